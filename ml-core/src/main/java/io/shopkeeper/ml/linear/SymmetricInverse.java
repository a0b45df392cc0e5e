package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.kernel.DoubleBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import java.util.Arrays;

/**
 * Inverse of a symmetric positive definite matrix by Cholesky factorisation, P = (L·Lᵀ)⁻¹ (Golub
 * and Van Loan: Matrix Computations, 4th edition, sections 4.2 and 3.1), in blocks: all but the
 * blocks on the diagonal is matrix products. About n³ multiplications; memory is that of the matrix
 * and one strip of it.
 */
public final class SymmetricInverse {

  private static final int BLOCK = 128;
  private static final int WIDE = 512;

  private final Kernels kernels;
  private final double[] a;
  private final int n;
  private final DoubleBlock whole;
  private final double[] strip;

  private SymmetricInverse(Kernels kernels, double[] matrix, int n) {
    this.kernels = kernels;
    this.a = matrix;
    this.n = n;
    this.whole = DoubleBlock.of(matrix, n);
    this.strip = new double[Math.min(BLOCK, n) * n];
  }

  /**
   * Replaces a matrix by its inverse.
   *
   * @param matrix n × n, symmetric; only the lower triangle is read, both are written
   * @throws ArithmeticException if it is not positive definite
   */
  public static void invert(double[][] matrix) {
    int n = matrix.length;
    double[] flat = new double[n * n];
    for (int row = 0; row < n; row++) {
      System.arraycopy(matrix[row], 0, flat, row * n, n);
    }
    invert(flat, n, KernelBackends.current().kernels());
    for (int row = 0; row < n; row++) {
      System.arraycopy(flat, row * n, matrix[row], 0, n);
    }
  }

  /**
   * Replaces a matrix by its inverse.
   *
   * @param matrix n × n row by row, symmetric; only the lower triangle is read, both are written
   * @param kernels multiplies the blocks
   * @throws ArithmeticException if it is not positive definite
   */
  public static void invert(double[] matrix, int n, Kernels kernels) {
    var inverse = new SymmetricInverse(kernels, matrix, n);
    inverse.factorise();
    inverse.invertTriangle();
    inverse.multiply();
  }

  /** L in the lower triangle, zeros above it. */
  private void factorise() {
    for (int from = 0; from < n; from += BLOCK) {
      int to = Math.min(n, from + BLOCK);
      factoriseBlock(from, to);
      solveBelow(from, to);
      for (int row = to; row < n; row += WIDE) {
        int rows = Math.min(WIDE, n - row);
        kernels.gemm(
            new GemmShape(rows, row + rows - to, to - from, false, true),
            -1,
            whole.at(row, from),
            whole.at(to, from),
            1,
            whole.at(row, to));
      }
    }
    for (int row = 0; row < n; row++) {
      Arrays.fill(a, row * n + row + 1, (row + 1) * n, 0);
    }
  }

  private void factoriseBlock(int from, int to) {
    for (int column = from; column < to; column++) {
      double pivot = a[column * n + column] - dot(column, column, from, column);
      if (!(pivot > 0)) {
        throw new ArithmeticException("not positive definite at row " + column);
      }
      double root = Math.sqrt(pivot);
      a[column * n + column] = root;
      for (int row = column + 1; row < to; row++) {
        a[row * n + column] = (a[row * n + column] - dot(row, column, from, column)) / root;
      }
    }
  }

  private void solveBelow(int from, int to) {
    int rows = n - to;
    KernelBackends.current()
        .workers()
        .forEach(
            (rows + BLOCK - 1) / BLOCK,
            chunk -> {
              int end = Math.min(n, to + (chunk + 1) * BLOCK);
              for (int row = to + chunk * BLOCK; row < end; row++) {
                for (int column = from; column < to; column++) {
                  a[row * n + column] =
                      (a[row * n + column] - dot(row, column, from, column))
                          / a[column * n + column];
                }
              }
            });
  }

  /** Part of the product of two rows. Four sums at once: additions need not wait for each other. */
  private double dot(int one, int two, int from, int to) {
    int p = one * n;
    int q = two * n;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      s0 += a[p + i] * a[q + i];
      s1 += a[p + i + 1] * a[q + i + 1];
      s2 += a[p + i + 2] * a[q + i + 2];
      s3 += a[p + i + 3] * a[q + i + 3];
    }
    for (; i < to; i++) {
      s0 += a[p + i] * a[q + i];
    }
    return s0 + s1 + (s2 + s3);
  }

  /** L⁻¹ in place of L: row of blocks by row of blocks, −L_ii⁻¹ · (L_i · L⁻¹ above). */
  private void invertTriangle() {
    for (int from = 0; from < n; from += BLOCK) {
      int rows = Math.min(BLOCK, n - from);
      DoubleBlock above = DoubleBlock.of(strip, Math.max(1, from));
      for (int column = 0; column < from; column += WIDE) {
        kernels.gemm(
            GemmShape.of(rows, Math.min(WIDE, from - column), from - column),
            1,
            whole.at(from, column),
            whole.at(column, column),
            0,
            above.at(0, column));
      }
      double[] diagonal = invertBlock(from, rows);
      kernels.gemm(
          GemmShape.of(rows, from, rows),
          -1,
          DoubleBlock.of(diagonal, rows),
          above,
          0,
          whole.at(from, 0));
      for (int row = 0; row < rows; row++) {
        System.arraycopy(diagonal, row * rows, a, (from + row) * n + from, rows);
      }
    }
  }

  private double[] invertBlock(int from, int rows) {
    double[] inverse = new double[rows * rows];
    for (int row = 0; row < rows; row++) {
      double pivot = a[(from + row) * n + from + row];
      inverse[row * rows + row] = 1 / pivot;
      for (int column = 0; column < row; column++) {
        double sum = 0;
        for (int k = column; k < row; k++) {
          sum += a[(from + row) * n + from + k] * inverse[k * rows + column];
        }
        inverse[row * rows + column] = -sum / pivot;
      }
    }
    return inverse;
  }

  /** L⁻ᵀ·L⁻¹, row of blocks by row of blocks: each needs only itself and what is below it. */
  private void multiply() {
    for (int from = 0; from < n; from += BLOCK) {
      int rows = Math.min(BLOCK, n - from);
      int columns = from + rows;
      kernels.gemm(
          new GemmShape(rows, columns, n - from, true, false),
          1,
          whole.at(from, from),
          whole.at(from, 0),
          0,
          DoubleBlock.of(strip, columns));
      for (int row = 0; row < rows; row++) {
        System.arraycopy(strip, row * columns, a, (from + row) * n, from + row + 1);
      }
    }
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < row; column++) {
        a[column * n + row] = a[row * n + column];
      }
    }
  }
}
