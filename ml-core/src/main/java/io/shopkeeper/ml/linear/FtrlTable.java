package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.encode.Encoder;
import io.shopkeeper.ml.table.encode.SparseRow;
import java.util.List;

/**
 * Learns on from single rows of a table: {@link #learn}, and now and then {@link #model} to predict
 * with and to store. Numbers are standardised as in the first training; a category that it did not
 * have says nothing. For one thread.
 */
public final class FtrlTable {

  private final Encoder encoder;
  private final List<String> classes;
  private final FtrlLearner learner;
  private final float[] means;
  private final SparseRow row = new SparseRow();

  FtrlTable(Encoder encoder, List<String> classes, FtrlLearner learner, float[] means) {
    this.encoder = encoder;
    this.classes = List.copyOf(classes);
    this.learner = learner;
    this.means = means;
  }

  /** The columns of a row. */
  public Schema schema() {
    return encoder.schema();
  }

  /** What a row can be. */
  public List<String> classes() {
    return classes;
  }

  /**
   * Learns from a row.
   *
   * @param rows floats as of {@link #schema}
   * @param offset where the row begins
   * @param label its class, one of {@link #classes}
   * @return its loss before it was learnt from, −ln of the probability of the class
   * @throws IllegalArgumentException if there is no such class
   */
  public double learn(float[] rows, int offset, String label) {
    int code = classes.indexOf(label);
    if (code < 0) {
      throw new IllegalArgumentException(
          "the class must be one of %s, but is %s".formatted(String.join(", ", classes), label));
    }
    encoder.encode(rows, offset, row);
    return learner.learn(row, code, 1);
  }

  /** What has been learnt so far. */
  public FtrlModel model() {
    return new FtrlModel(encoder, classes, learner.copy(), means);
  }
}
