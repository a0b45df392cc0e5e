package io.shopkeeper.ml.cluster;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.algorithm.TrainedModel;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.encode.Encoder;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Centres of clusters. Immutable and safe for use by several threads. */
public final class ClusterModel implements TrainedModel {

  static final String NAME = "k-means";
  private static final int FORMAT = 1;

  private final Encoder encoder;
  private final float[] centres;
  private final int[] sizes;
  private final double inertia;

  ClusterModel(Encoder encoder, float[] centres, int[] sizes, double inertia) {
    this.encoder = encoder;
    this.centres = centres;
    this.sizes = sizes;
    this.inertia = inertia;
  }

  /** The columns it reads. */
  public Schema schema() {
    return encoder.schema();
  }

  /** How rows become numbers. */
  Encoder encoder() {
    return encoder;
  }

  /** How many clusters there are. */
  public int clusters() {
    return sizes.length;
  }

  /** Rows of the training in a cluster. */
  public int size(int cluster) {
    return sizes[cluster];
  }

  /** Squared distances of the training's rows to their centres. */
  public double inertia() {
    return inertia;
  }

  /** A centre, in the numbers of {@link Encoder#names}: deviations from the mean, and shares. */
  public double[] centre(int cluster) {
    double[] centre = new double[encoder.width()];
    for (int d = 0; d < centre.length; d++) {
      centre[d] = centres[cluster * centre.length + d];
    }
    return centre;
  }

  /**
   * The cluster of one row; ties go to the lower.
   *
   * @param rows floats as of {@link Schema}
   * @param offset where the row begins
   */
  public int cluster(float[] rows, int offset) {
    float[] encoded = new float[encoder.width()];
    encoder.encode(rows, offset, encoded, 0);
    return nearest(new EncodedRows(encoded, 1, encoded.length), 0);
  }

  /** The clusters of all rows of a table. */
  public int[] clusters(Table table) {
    var rows = new EncodedRows(encoder.encode(table), table.rows(), encoder.width());
    int[] clusters = new int[rows.count()];
    rows.forEachBlock(
        block -> {
          for (int row = rows.begin(block); row < rows.end(block); row++) {
            clusters[row] = nearest(rows, row);
          }
        });
    return clusters;
  }

  private int nearest(EncodedRows rows, int row) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int centre = 0; centre < sizes.length; centre++) {
      double distance = rows.distance(row, centres, centre);
      if (distance < least) {
        least = distance;
        best = centre;
      }
    }
    return best;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, NAME, FORMAT);
    encoder.write(out);
    StoredForm.write(out, centres);
    StoredForm.write(out, sizes);
    out.writeDouble(inertia);
  }

  static ClusterModel read(DataInput in) throws IOException {
    StoredForm.readHeader(in, NAME, FORMAT);
    Encoder encoder = Encoder.read(in);
    float[] centres = StoredForm.readFloats(in);
    int[] sizes = StoredForm.readInts(in);
    if (sizes.length == 0 || (long) sizes.length * encoder.width() != centres.length) {
      throw new IOException(
          "damaged: %d clusters, %d numbers".formatted(sizes.length, centres.length));
    }
    return new ClusterModel(encoder, centres, sizes, in.readDouble());
  }
}
