package io.shopkeeper.ml.tree.grow;

import io.shopkeeper.ml.kernel.Workers;

/** Brings the rows of a tree and their gradients into the row store. For one tree. */
final class Filling {

  private static final int BLOCK = 16_384;

  private final int[] chosen;
  private final float[] gradients;
  private final float[] hessians;
  private final RowStore store;
  private final Workers workers;
  private final int blocks;

  Filling(int[] chosen, float[] gradients, float[] hessians, RowStore store, Workers workers) {
    this.chosen = chosen;
    this.gradients = gradients;
    this.hessians = hessians;
    this.store = store;
    this.workers = workers;
    this.blocks = (chosen.length + BLOCK - 1) / BLOCK;
  }

  /** With which the sums of all chosen rows find room. */
  Packed scale() {
    double[] absolute = new double[blocks];
    double[] curvature = new double[blocks];
    workers.forEach(
        blocks,
        block -> {
          int end = Math.min(chosen.length, (block + 1) * BLOCK);
          double g = 0;
          double h = 0;
          for (int i = block * BLOCK; i < end; i++) {
            g += Math.abs(gradients[chosen[i]]);
            h += hessians[chosen[i]];
          }
          absolute[block] = g;
          curvature[block] = h;
        });
    return Packed.forSums(sum(absolute), sum(curvature), chosen.length);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /**
   * Fills the first copy.
   *
   * @return the sum of all rows
   */
  long fill(Packed scale) {
    long[] sums = new long[blocks];
    workers.forEach(
        blocks,
        block ->
            sums[block] = fill(scale, block * BLOCK, Math.min(chosen.length, (block + 1) * BLOCK)));
    long sum = 0;
    for (long part : sums) {
      sum += part;
    }
    return sum;
  }

  private long fill(Packed scale, int from, int to) {
    int[] rows = store.rows(0);
    long[] packed = store.packed(0);
    long sum = 0;
    for (int i = from; i < to; i++) {
      int row = chosen[i];
      long value = scale.pack(gradients[row], hessians[row], row);
      rows[i] = row;
      packed[i] = value;
      sum += value;
    }
    return sum;
  }
}
