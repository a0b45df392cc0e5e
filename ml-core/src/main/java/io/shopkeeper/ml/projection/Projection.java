package io.shopkeeper.ml.projection;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.algorithm.TrainedModel;
import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.encode.Encoder;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Principal components. Immutable and safe for use by several threads. */
public final class Projection implements TrainedModel {

  static final String NAME = "pca";
  private static final int FORMAT = 1;

  private final Encoder encoder;
  private final float[] mean;
  private final float[] components;
  private final double[] variances;
  private final double total;

  Projection(Encoder encoder, float[] mean, float[] components, double[] variances, double total) {
    this.encoder = encoder;
    this.mean = mean;
    this.components = components;
    this.variances = variances;
    this.total = total;
  }

  /** The columns it reads. */
  public Schema schema() {
    return encoder.schema();
  }

  /** What each number of a component stands for, such as {@code age}, {@code city=Paris}. */
  public List<String> names() {
    return encoder.names();
  }

  /** How many components there are. */
  public int components() {
    return variances.length;
  }

  /** A component, of length 1, in the order of {@link #names}. */
  public float[] component(int place) {
    int width = encoder.width();
    return Arrays.copyOfRange(components, place * width, (place + 1) * width);
  }

  /** The variance of the training's rows along a component; not rising. */
  public double variance(int place) {
    return variances[place];
  }

  /** The share of all variance that a component tells; 0 where all rows are alike. */
  public double explainedShare(int place) {
    return total == 0 ? 0 : variances[place] / total;
  }

  /** The share of all variance that the components tell together. */
  public double explainedShare() {
    return total == 0 ? 0 : Arrays.stream(variances).sum() / total;
  }

  /** Rows of a table as numbers along the components, rows × {@link #components}. */
  public float[] project(Table table) {
    return multiply(encoder.encode(table), table.rows());
  }

  /**
   * One row.
   *
   * @param rows floats as of {@link Schema}
   * @param offset where the row begins
   */
  public float[] project(float[] rows, int offset) {
    float[] encoded = new float[encoder.width()];
    encoder.encode(rows, offset, encoded, 0);
    return multiply(encoded, 1);
  }

  private float[] multiply(float[] encoded, int rows) {
    int width = encoder.width();
    for (int i = 0; i < encoded.length; i++) {
      encoded[i] -= mean[i % width];
    }
    float[] projected = new float[rows * components()];
    KernelBackends.current()
        .cpu()
        .gemm(
            new GemmShape(rows, components(), width, false, true),
            1f,
            FloatBlock.of(encoded, width),
            FloatBlock.of(components, width),
            0f,
            FloatBlock.of(projected, components()));
    return projected;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, NAME, FORMAT);
    encoder.write(out);
    StoredForm.write(out, mean);
    StoredForm.write(out, components);
    StoredForm.write(out, variances);
    out.writeDouble(total);
  }

  static Projection read(DataInput in) throws IOException {
    StoredForm.readHeader(in, NAME, FORMAT);
    Encoder encoder = Encoder.read(in);
    float[] mean = StoredForm.readFloats(in);
    float[] components = StoredForm.readFloats(in);
    double[] variances = StoredForm.readDoubles(in);
    if (mean.length != encoder.width()
        || (long) variances.length * encoder.width() != components.length) {
      throw new IOException(
          "damaged: %d columns, %d components of %d numbers"
              .formatted(mean.length, variances.length, components.length));
    }
    return new Projection(encoder, mean, components, variances, in.readDouble());
  }
}
