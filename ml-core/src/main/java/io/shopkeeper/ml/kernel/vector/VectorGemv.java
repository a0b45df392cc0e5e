package io.shopkeeper.ml.kernel.vector;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.Workers;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Matrix by vector: bound by the reading of the matrix, so rows are read four at a time. */
final class VectorGemv {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final long WORTH_SHARING = 1L << 18;
  private static final int CHUNK = 256;

  private VectorGemv() {}

  static void multiply(
      Workers workers,
      boolean transpose,
      int rows,
      int columns,
      float alpha,
      FloatBlock a,
      float[] x,
      float beta,
      float[] y) {
    int size = transpose ? columns : rows;
    if (alpha == 0 || (transpose ? rows : columns) == 0) {
      for (int i = 0; i < size; i++) {
        y[i] = beta == 0 ? 0 : beta * y[i];
      }
      return;
    }
    Workers used = (long) rows * columns < WORTH_SHARING ? Workers.callerOnly() : workers;
    used.forEach(
        (size + CHUNK - 1) / CHUNK,
        chunk -> {
          int from = chunk * CHUNK;
          int to = Math.min(size, from + CHUNK);
          if (transpose) {
            columns(rows, from, to, alpha, a, x, beta, y);
          } else {
            rows(from, to, columns, alpha, a, x, beta, y);
          }
        });
  }

  private static void rows(
      int from, int to, int columns, float alpha, FloatBlock a, float[] x, float beta, float[] y) {
    float[] sums = new float[4];
    int row = from;
    for (; row + 4 <= to; row += 4) {
      four(a.values(), a.offset() + row * a.stride(), a.stride(), columns, x, sums);
      for (int i = 0; i < 4; i++) {
        put(y, row + i, alpha * sums[i], beta);
      }
    }
    for (; row < to; row++) {
      put(y, row, alpha * dot(a.values(), a.offset() + row * a.stride(), columns, x), beta);
    }
  }

  private static void put(float[] y, int place, float product, float beta) {
    y[place] = beta == 0 ? product : product + beta * y[place];
  }

  private static void four(float[] a, int start, int stride, int columns, float[] x, float[] sums) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int whole = SPECIES.loopBound(columns);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, i);
      s0 = FloatVector.fromArray(SPECIES, a, start + i).fma(v, s0);
      s1 = FloatVector.fromArray(SPECIES, a, start + stride + i).fma(v, s1);
      s2 = FloatVector.fromArray(SPECIES, a, start + 2 * stride + i).fma(v, s2);
      s3 = FloatVector.fromArray(SPECIES, a, start + 3 * stride + i).fma(v, s3);
    }
    sums[0] = LaneSums.of(s0);
    sums[1] = LaneSums.of(s1);
    sums[2] = LaneSums.of(s2);
    sums[3] = LaneSums.of(s3);
    for (int i = whole; i < columns; i++) {
      for (int r = 0; r < 4; r++) {
        sums[r] = Math.fma(a[start + r * stride + i], x[i], sums[r]);
      }
    }
  }

  private static float dot(float[] a, int start, int columns, float[] x) {
    FloatVector sum = FloatVector.zero(SPECIES);
    int whole = SPECIES.loopBound(columns);
    for (int i = 0; i < whole; i += LANES) {
      sum =
          FloatVector.fromArray(SPECIES, a, start + i)
              .fma(FloatVector.fromArray(SPECIES, x, i), sum);
    }
    float total = LaneSums.of(sum);
    for (int i = whole; i < columns; i++) {
      total = Math.fma(a[start + i], x[i], total);
    }
    return total;
  }

  private static void columns(
      int rows, int from, int to, float alpha, FloatBlock a, float[] x, float beta, float[] y) {
    int size = to - from;
    float[] sums = new float[size];
    int whole = SPECIES.loopBound(size);
    for (int row = 0; row < rows; row++) {
      int start = a.offset() + row * a.stride() + from;
      FloatVector factor = FloatVector.broadcast(SPECIES, x[row]);
      for (int i = 0; i < whole; i += LANES) {
        FloatVector.fromArray(SPECIES, a.values(), start + i)
            .fma(factor, FloatVector.fromArray(SPECIES, sums, i))
            .intoArray(sums, i);
      }
      for (int i = whole; i < size; i++) {
        sums[i] = Math.fma(a.values()[start + i], x[row], sums[i]);
      }
    }
    for (int i = 0; i < size; i++) {
      put(y, from + i, alpha * sums[i], beta);
    }
  }
}
