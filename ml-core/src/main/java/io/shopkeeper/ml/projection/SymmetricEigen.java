package io.shopkeeper.ml.projection;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and vectors of a small symmetric matrix, by the cyclic method of Jacobi (G. H. Golub,
 * C. F. Van Loan, "Matrix Computations", section 8.5).
 *
 * @param values falling
 * @param vectors n × n; column i belongs to value i
 */
record SymmetricEigen(double[] values, double[] vectors) {

  private static final int SWEEPS = 60;

  /**
   * Takes a matrix apart.
   *
   * @param matrix n × n, symmetric; overwritten
   */
  static SymmetricEigen of(double[] matrix, int n) {
    double[] vectors = new double[n * n];
    for (int i = 0; i < n; i++) {
      vectors[i * n + i] = 1;
    }
    double all = 0;
    for (double value : matrix) {
      all += value * value;
    }
    for (int sweep = 0; sweep < SWEEPS && offDiagonal(matrix, n) > 1e-30 * all; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(matrix, vectors, n, p, q);
        }
      }
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -matrix[i * n + i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[n];
    double[] sorted = new double[n * n];
    for (int place = 0; place < n; place++) {
      values[place] = matrix[order[place] * n + order[place]];
      for (int row = 0; row < n; row++) {
        sorted[row * n + place] = vectors[row * n + order[place]];
      }
    }
    return new SymmetricEigen(values, sorted);
  }

  private static double offDiagonal(double[] matrix, int n) {
    double squares = 0;
    for (int p = 0; p < n; p++) {
      for (int q = 0; q < p; q++) {
        squares += 2 * matrix[p * n + q] * matrix[p * n + q];
      }
    }
    return squares;
  }

  /** Makes element (p, q) 0. */
  private static void rotate(double[] a, double[] vectors, int n, int p, int q) {
    double apq = a[p * n + q];
    if (apq == 0) {
      return;
    }
    double tau = (a[q * n + q] - a[p * n + p]) / (2 * apq);
    double t = Math.copySign(1, tau) / (Math.abs(tau) + Math.hypot(1, tau));
    double c = 1 / Math.hypot(1, t);
    double s = t * c;
    for (int k = 0; k < n; k++) {
      double akp = a[k * n + p];
      double akq = a[k * n + q];
      a[k * n + p] = c * akp - s * akq;
      a[k * n + q] = s * akp + c * akq;
      double vkp = vectors[k * n + p];
      double vkq = vectors[k * n + q];
      vectors[k * n + p] = c * vkp - s * vkq;
      vectors[k * n + q] = s * vkp + c * vkq;
    }
    for (int k = 0; k < n; k++) {
      double apk = a[p * n + k];
      double aqk = a[q * n + k];
      a[p * n + k] = c * apk - s * aqk;
      a[q * n + k] = s * apk + c * aqk;
    }
  }
}
