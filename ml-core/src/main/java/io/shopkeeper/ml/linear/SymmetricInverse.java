package io.shopkeeper.ml.linear;

import java.util.stream.IntStream;

/**
 * Inverse of a symmetric positive definite matrix by Cholesky factorisation, P = (L·Lᵀ)⁻¹ (Golub
 * and Van Loan: Matrix Computations, 4th edition, sections 4.2 and 3.1). Rows are worked on by the
 * threads of the common pool; about n³ multiplications.
 */
public final class SymmetricInverse {

  private static final int BLOCK = 64;

  private SymmetricInverse() {}

  /**
   * Replaces a matrix by its inverse.
   *
   * @param matrix n × n, symmetric; only the lower triangle is read, both are written
   * @throws ArithmeticException if it is not positive definite
   */
  public static void invert(double[][] matrix) {
    factorise(matrix);
    invertTriangle(matrix);
    multiply(matrix);
  }

  /** L in the lower triangle, by blocks of columns. */
  private static void factorise(double[][] a) {
    for (int from = 0; from < a.length; from += BLOCK) {
      int to = Math.min(a.length, from + BLOCK);
      factoriseBlock(a, from, to);
      updateBelow(a, from, to);
    }
  }

  /** The triangle on the diagonal. Columns before the block are already taken off. */
  private static void factoriseBlock(double[][] a, int from, int to) {
    for (int column = from; column < to; column++) {
      double pivot = a[column][column] - dot(a[column], a[column], from, column);
      if (!(pivot > 0)) {
        throw new ArithmeticException("not positive definite at row " + column);
      }
      a[column][column] = Math.sqrt(pivot);
      for (int row = column + 1; row < to; row++) {
        a[row][column] =
            (a[row][column] - dot(a[row], a[column], from, column)) / a[column][column];
      }
    }
  }

  /** The rows below the block, and what the block takes off the rest. */
  private static void updateBelow(double[][] a, int from, int to) {
    IntStream.range(to, a.length)
        .parallel()
        .forEach(
            row -> {
              double[] own = a[row];
              for (int column = from; column < to; column++) {
                own[column] = (own[column] - dot(own, a[column], from, column)) / a[column][column];
              }
            });
    IntStream.range(to, a.length)
        .parallel()
        .forEach(
            row -> {
              double[] own = a[row];
              for (int column = to; column <= row; column++) {
                own[column] -= dot(own, a[column], from, to);
              }
            });
  }

  /** L⁻¹ in place of L: each column of the inverse by forward substitution, kept as a row above. */
  private static void invertTriangle(double[][] a) {
    int n = a.length;
    IntStream.range(0, n)
        .parallel()
        .forEach(
            column -> {
              // The upper triangle's row `column` holds column `column` of the inverse.
              double[] inverse = a[column];
              double diagonal = 1 / a[column][column];
              for (int row = column + 1; row < n; row++) {
                double sum = a[row][column] * diagonal;
                for (int k = column + 1; k < row; k++) {
                  sum += a[row][k] * inverse[k];
                }
                inverse[row] = -sum / a[row][row];
              }
            });
    for (int row = 0; row < n; row++) {
      a[row][row] = 1 / a[row][row];
    }
  }

  /** L⁻ᵀ·L⁻¹ from the columns of L⁻¹ that stand in the upper triangle. */
  private static void multiply(double[][] a) {
    int n = a.length;
    double[][] product = new double[n][];
    IntStream.range(0, n)
        .parallel()
        .forEach(
            i -> {
              double[] row = new double[i + 1];
              for (int j = 0; j <= i; j++) {
                row[j] = dot(a[i], a[j], i, n);
              }
              product[i] = row;
            });
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        a[i][j] = product[i][j];
        a[j][i] = product[i][j];
      }
    }
  }

  /** Four sums at once: the additions need not wait for each other. */
  private static double dot(double[] one, double[] two, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a += one[i] * two[i];
      b += one[i + 1] * two[i + 1];
      c += one[i + 2] * two[i + 2];
      d += one[i + 3] * two[i + 3];
    }
    for (; i < to; i++) {
      a += one[i] * two[i];
    }
    return a + b + (c + d);
  }
}
