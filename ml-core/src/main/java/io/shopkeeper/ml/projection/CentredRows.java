package io.shopkeeper.ml.projection;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import java.util.function.IntConsumer;

/**
 * Rows less their mean, worked on in blocks of one size whatever the threads, so that sums do not
 * depend on these.
 *
 * @param values count × width
 * @param mean what was taken from every row
 */
record CentredRows(float[] values, int count, int width, double[] mean) {

  private static final int BLOCK = 2048;

  /** Takes the mean from rows, in place. */
  static CentredRows of(float[] values, int count, int width) {
    double[] mean = new double[width];
    for (int row = 0; row < count; row++) {
      for (int d = 0; d < width; d++) {
        mean[d] += values[row * width + d];
      }
    }
    for (int d = 0; d < width; d++) {
      mean[d] /= count;
    }
    for (int row = 0; row < count; row++) {
      for (int d = 0; d < width; d++) {
        values[row * width + d] = (float) (values[row * width + d] - mean[d]);
      }
    }
    return new CentredRows(values, count, width, mean);
  }

  /** The sum of the variances of all columns. */
  double variance() {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    return squares / (count - 1);
  }

  /** XᵀX·Z, Z being width × columns. */
  double[] covarianceTimes(float[] z, int columns) {
    return sum(
        width * columns,
        (block, from, rows) -> {
          float[] products = times(from, rows, z, columns);
          float[] result = new float[width * columns];
          kernels()
              .gemm(
                  new GemmShape(width, columns, rows, true, false),
                  1f,
                  block,
                  FloatBlock.of(products, columns),
                  0f,
                  FloatBlock.of(result, columns));
          return result;
        });
  }

  /** (XZ)ᵀ(XZ), columns × columns. */
  double[] gram(float[] z, int columns) {
    return sum(
        columns * columns,
        (block, from, rows) -> {
          float[] products = times(from, rows, z, columns);
          float[] result = new float[columns * columns];
          kernels()
              .gemm(
                  new GemmShape(columns, columns, rows, true, false),
                  1f,
                  FloatBlock.of(products, columns),
                  FloatBlock.of(products, columns),
                  0f,
                  FloatBlock.of(result, columns));
          return result;
        });
  }

  private float[] times(int from, int rows, float[] z, int columns) {
    float[] products = new float[rows * columns];
    kernels()
        .gemm(
            GemmShape.of(rows, columns, width),
            1f,
            new FloatBlock(values, from * width, width),
            FloatBlock.of(z, columns),
            0f,
            FloatBlock.of(products, columns));
    return products;
  }

  private static Kernels kernels() {
    return KernelBackends.current().cpu();
  }

  /** What a block adds. */
  private interface Part {

    float[] of(FloatBlock block, int from, int rows);
  }

  /** Adds blocks up in their order, some at a time. */
  private double[] sum(int size, Part part) {
    double[] sum = new double[size];
    int blocks = (count + BLOCK - 1) / BLOCK;
    int atOnce = 8;
    for (int first = 0; first < blocks; first += atOnce) {
      float[][] parts = new float[Math.min(atOnce, blocks - first)][];
      int begin = first;
      IntConsumer task =
          i -> {
            int from = (begin + i) * BLOCK;
            int rows = Math.min(count - from, BLOCK);
            parts[i] = part.of(new FloatBlock(values, from * width, width), from, rows);
          };
      KernelBackends.current().workers().forEach(parts.length, task);
      for (float[] one : parts) {
        for (int i = 0; i < size; i++) {
          sum[i] += one[i];
        }
      }
    }
    return sum;
  }
}
