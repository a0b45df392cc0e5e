package io.shopkeeper.ml.kernel.scalar;

import io.shopkeeper.ml.kernel.DoubleBlock;
import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;

/** Rows of dense results. */
final class ScalarDense {

  private ScalarDense() {}

  static void gemmRow(
      GemmShape s, float alpha, FloatBlock a, FloatBlock b, float beta, FloatBlock c, int row) {
    for (int column = 0; column < s.n(); column++) {
      cell(s, alpha, a, b, beta, c, row, column);
    }
  }

  static void gemmRow(
      GemmShape s,
      double alpha,
      DoubleBlock a,
      DoubleBlock b,
      double beta,
      DoubleBlock c,
      int row) {
    for (int column = 0; column < s.n(); column++) {
      cell(s, alpha, a, b, beta, c, row, column);
    }
  }

  static void syrkRow(GemmShape s, float alpha, FloatBlock a, float beta, FloatBlock c, int row) {
    for (int column = 0; column <= row; column++) {
      cell(s, alpha, a, a, beta, c, row, column);
    }
  }

  static void syrkRow(
      GemmShape s, double alpha, DoubleBlock a, double beta, DoubleBlock c, int row) {
    for (int column = 0; column <= row; column++) {
      cell(s, alpha, a, a, beta, c, row, column);
    }
  }

  static void mirror(int n, FloatBlock c) {
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < row; column++) {
        c.values()[c.offset() + column * c.stride() + row] =
            c.values()[c.offset() + row * c.stride() + column];
      }
    }
  }

  static void mirror(int n, DoubleBlock c) {
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < row; column++) {
        c.values()[c.offset() + column * c.stride() + row] =
            c.values()[c.offset() + row * c.stride() + column];
      }
    }
  }

  private static void cell(
      GemmShape s,
      float alpha,
      FloatBlock a,
      FloatBlock b,
      float beta,
      FloatBlock c,
      int row,
      int column) {
    double sum = 0;
    if (alpha != 0) {
      int aStep = s.transposeA() ? a.stride() : 1;
      int bStep = s.transposeB() ? 1 : b.stride();
      int at = a.offset() + (s.transposeA() ? row : row * a.stride());
      int bt = b.offset() + (s.transposeB() ? column * b.stride() : column);
      for (int k = 0; k < s.k(); k++, at += aStep, bt += bStep) {
        sum += (double) a.values()[at] * b.values()[bt];
      }
      sum *= alpha;
    }
    int place = c.offset() + row * c.stride() + column;
    c.values()[place] = (float) (beta == 0 ? sum : sum + (double) beta * c.values()[place]);
  }

  private static void cell(
      GemmShape s,
      double alpha,
      DoubleBlock a,
      DoubleBlock b,
      double beta,
      DoubleBlock c,
      int row,
      int column) {
    double sum = 0;
    if (alpha != 0) {
      int aStep = s.transposeA() ? a.stride() : 1;
      int bStep = s.transposeB() ? 1 : b.stride();
      int at = a.offset() + (s.transposeA() ? row : row * a.stride());
      int bt = b.offset() + (s.transposeB() ? column * b.stride() : column);
      for (int k = 0; k < s.k(); k++, at += aStep, bt += bStep) {
        sum += a.values()[at] * b.values()[bt];
      }
      sum *= alpha;
    }
    int place = c.offset() + row * c.stride() + column;
    c.values()[place] = beta == 0 ? sum : sum + beta * c.values()[place];
  }

  static double squares(FloatBlock a, int row, int columns) {
    double sum = 0;
    int from = a.offset() + row * a.stride();
    for (int i = from; i < from + columns; i++) {
      sum += (double) a.values()[i] * a.values()[i];
    }
    return sum;
  }

  static void softmaxRow(FloatBlock a, int row, int columns) {
    float[] values = a.values();
    int from = a.offset() + row * a.stride();
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = from; i < from + columns; i++) {
      greatest = Math.max(greatest, values[i]);
    }
    double sum = 0;
    for (int i = from; i < from + columns; i++) {
      sum += Math.exp(values[i] - greatest);
    }
    for (int i = from; i < from + columns; i++) {
      values[i] = (float) (Math.exp(values[i] - greatest) / sum);
    }
  }
}
