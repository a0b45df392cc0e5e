package io.shopkeeper.ml.kernel.scalar;

import io.shopkeeper.ml.kernel.Workers;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Small systems one after the other, in double precision inside. */
final class ScalarCholesky {

  private static final int CHUNK = 64;

  private ScalarCholesky() {}

  static int solve(Workers workers, int systems, int n, float[] matrices, float[] rightSides) {
    var bad = new AtomicInteger();
    workers.forEach(
        (systems + CHUNK - 1) / CHUNK,
        chunk -> {
          double[] matrix = new double[n * n];
          double[] x = new double[n];
          for (int s = chunk * CHUNK; s < Math.min(systems, (chunk + 1) * CHUNK); s++) {
            for (int i = 0; i < n * n; i++) {
              matrix[i] = matrices[s * n * n + i];
            }
            for (int i = 0; i < n; i++) {
              x[i] = rightSides[s * n + i];
            }
            if (!solve(n, matrix, x)) {
              bad.incrementAndGet();
              Arrays.fill(x, Double.NaN);
            }
            for (int i = 0; i < n; i++) {
              rightSides[s * n + i] = (float) x[i];
            }
          }
        });
    return bad.get();
  }

  /** One system, both in place; false where the matrix is not positive definite. */
  static boolean solve(int n, double[] matrix, double[] x) {
    if (!factorise(n, matrix)) {
      return false;
    }
    for (int row = 0; row < n; row++) {
      double sum = x[row];
      for (int k = 0; k < row; k++) {
        sum -= matrix[row * n + k] * x[k];
      }
      x[row] = sum / matrix[row * n + row];
    }
    for (int row = n - 1; row >= 0; row--) {
      double sum = x[row];
      for (int k = row + 1; k < n; k++) {
        sum -= matrix[k * n + row] * x[k];
      }
      x[row] = sum / matrix[row * n + row];
    }
    return true;
  }

  private static boolean factorise(int n, double[] l) {
    for (int column = 0; column < n; column++) {
      double pivot = l[column * n + column];
      for (int k = 0; k < column; k++) {
        pivot -= l[column * n + k] * l[column * n + k];
      }
      if (!(pivot > 0) || Double.isInfinite(pivot)) {
        return false;
      }
      double root = Math.sqrt(pivot);
      l[column * n + column] = root;
      for (int row = column + 1; row < n; row++) {
        double sum = l[row * n + column];
        for (int k = 0; k < column; k++) {
          sum -= l[row * n + k] * l[column * n + k];
        }
        l[row * n + column] = sum / root;
      }
    }
    return true;
  }
}
