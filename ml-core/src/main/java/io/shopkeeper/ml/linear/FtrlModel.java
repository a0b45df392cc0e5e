package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.explain.ExplainedModel;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.encode.Encoder;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear model of a table with all that its learner knew, so that learning can go on: {@link
 * #goOn}. Immutable and safe for use by several threads.
 */
public final class FtrlModel implements ExplainedModel {

  private static final int FORMAT = 1;

  private final Encoder encoder;
  private final FtrlLearner learner;
  private final float[] means;
  private final LinearModel linear;

  /**
   * @param learner is not used by anybody else any more
   * @param means of the encoded numbers over the training rows
   */
  FtrlModel(Encoder encoder, List<String> classes, FtrlLearner learner, float[] means) {
    this.encoder = encoder;
    this.learner = learner;
    this.means = means;
    this.linear = new LinearModel(FtrlProximal.NAME, encoder, classes, learner.parameters(), means);
  }

  /** A learner that goes on from here; this model stays as it is. */
  public FtrlTable goOn() {
    return new FtrlTable(encoder, classes(), learner.copy(), means);
  }

  /** Weights that are not 0. */
  public int used() {
    return learner.used();
  }

  @Override
  public Schema schema() {
    return linear.schema();
  }

  @Override
  public List<String> classes() {
    return linear.classes();
  }

  @Override
  public void predict(float[] rows, int offset, double[] result) {
    linear.predict(rows, offset, result);
  }

  @Override
  public double margin(float[] rows, int offset, int margin) {
    return linear.margin(rows, offset, margin);
  }

  @Override
  public double base(int margin) {
    return linear.base(margin);
  }

  @Override
  public double[] contributions(float[] rows, int offset, int margin) {
    return linear.contributions(rows, offset, margin);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, FtrlProximal.NAME, FORMAT);
    encoder.write(out);
    out.writeInt(classes().size());
    for (String one : classes()) {
      out.writeUTF(one);
    }
    learner.write(out);
    StoredForm.write(out, means);
  }

  static FtrlModel read(DataInput in) throws IOException {
    StoredForm.readHeader(in, FtrlProximal.NAME, FORMAT);
    Encoder encoder = Encoder.read(in);
    int count = in.readInt();
    var classes = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      classes.add(in.readUTF());
    }
    FtrlLearner learner = FtrlLearner.read(in);
    float[] means = StoredForm.readFloats(in);
    if (learner.width() != encoder.width()
        || learner.classes() != count
        || means.length != encoder.width()) {
      throw new IOException(
          "damaged: %d classes and %d numbers, but %d and %d were learnt"
              .formatted(count, encoder.width(), learner.classes(), learner.width()));
    }
    return new FtrlModel(encoder, classes, learner, means);
  }
}
