package io.shopkeeper.ml.outlier;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.algorithm.TrainedModel;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.encode.Encoder;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Says how odd a row is. Immutable and safe for use by several threads. */
public final class OutlierModel implements TrainedModel {

  static final String NAME = "isolation-forest";
  private static final int FORMAT = 1;

  private final Encoder encoder;
  private final IsolationForest forest;

  OutlierModel(Encoder encoder, IsolationForest forest) {
    this.encoder = encoder;
    this.forest = forest;
  }

  /** The columns it reads. */
  public Schema schema() {
    return encoder.schema();
  }

  /**
   * How odd a row is: near 1 is odd, well below 0.5 is usual.
   *
   * @param rows floats as of {@link #schema}
   * @param offset where the row begins
   */
  public double score(float[] rows, int offset) {
    float[] encoded = new float[encoder.width()];
    encoder.encode(rows, offset, encoded, 0);
    double[] row = new double[encoded.length];
    for (int d = 0; d < row.length; d++) {
      row[d] = encoded[d];
    }
    return forest.score(row);
  }

  /** Of all rows of a table. */
  public double[] scores(Table table) {
    float[] rows = schema().rows(table);
    double[] scores = new double[table.rows()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = score(rows, row * schema().width());
    }
    return scores;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, NAME, FORMAT);
    encoder.write(out);
    forest.write(out);
  }

  static OutlierModel read(DataInput in) throws IOException {
    StoredForm.readHeader(in, NAME, FORMAT);
    Encoder encoder = Encoder.read(in);
    return new OutlierModel(encoder, IsolationForest.read(in, encoder.width()));
  }
}
