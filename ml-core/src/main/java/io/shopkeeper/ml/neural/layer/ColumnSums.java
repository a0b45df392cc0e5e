package io.shopkeeper.ml.neural.layer;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.Kernels;
import java.util.Arrays;

/** Adds the sums of columns to a gradient: as a product with ones, which is faster than a loop. */
final class ColumnSums {

  private final Kernels kernels;
  private final int columns;
  private final float[] ones;
  private final float[] sums;

  ColumnSums(int rows, int columns, Kernels kernels) {
    this.kernels = kernels;
    this.columns = columns;
    this.ones = new float[rows];
    this.sums = new float[columns];
    Arrays.fill(ones, 1);
  }

  void add(FloatBlock matrix, int rows, float[] to, int at) {
    kernels.gemv(true, rows, columns, 1, matrix, ones, 0, sums);
    for (int i = 0; i < columns; i++) {
      to[at + i] += sums[i];
    }
  }
}
