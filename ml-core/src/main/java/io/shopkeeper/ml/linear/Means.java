package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.table.encode.RowBlocks;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;

/** The mean of each number over the rows. For one thread. */
final class Means implements Chunks.Sum<Means> {

  private final RowBlocks rows;
  private final float[] ones;
  private final double[] sums;

  private Means(RowBlocks rows) {
    this.rows = rows;
    this.ones = new float[rows.blockRows()];
    this.sums = new double[rows.width() + 1];
    Arrays.fill(ones, 1);
  }

  /** Of all rows; 0 where there is none. */
  static float[] of(RowBlocks rows) {
    Means all = Chunks.sum(rows, chunk -> new Means(rows), TrainingListener.SILENT);
    float[] means = new float[rows.width()];
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) (all.sums[i] / Math.max(1, rows.rows()));
    }
    return means;
  }

  @Override
  public void add(int block) {
    rows.collect(block, ones, sums);
  }

  @Override
  public void addAll(Means other) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.sums[i];
    }
  }
}
