package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.table.encode.RowBlocks;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;

/**
 * The weights of {@link NormalEquations} without their matrix: conjugate gradients on (XᵀWX + λI)·w
 * = XᵀWy, divided by the diagonal (Nocedal and Wright: Numerical Optimization, algorithm 5.3). Each
 * iteration looks at the rows once; memory is that of some vectors.
 */
final class ConjugateGradient {

  private static final int MOST_ITERATIONS = 500;
  private static final double TOLERANCE = 1e-6;

  private final RowBlocks rows;
  private final float[] weights;
  private final double penalty;
  private final TrainingListener listener;

  ConjugateGradient(RowBlocks rows, float[] weights, double penalty, TrainingListener listener) {
    this.rows = rows;
    this.weights = weights;
    this.penalty = penalty;
    this.listener = listener;
  }

  /** The weights and then the constant, which the penalty spares. */
  double[] solve(float[] truth) {
    double[] diagonal = penalised(sum(Kind.SQUARES, null, null), null);
    double[] x = new double[diagonal.length];
    double[] residual = sum(Kind.SIDE, null, truth);
    double[] scaled = quotient(residual, diagonal);
    double[] direction = scaled.clone();
    double square = dot(residual, scaled);
    double least = square * TOLERANCE * TOLERANCE;
    for (int done = 0; done < MOST_ITERATIONS && square > least; done++) {
      listener.progress((double) done / MOST_ITERATIONS, "fitting");
      double[] image = penalised(sum(Kind.IMAGE, direction, null), direction);
      double rate = square / dot(direction, image);
      add(x, rate, direction);
      add(residual, -rate, image);
      scaled = quotient(residual, diagonal);
      double before = square;
      square = dot(residual, scaled);
      for (int i = 0; i < direction.length; i++) {
        direction[i] = scaled[i] + square / before * direction[i];
      }
    }
    return x;
  }

  /** Adds λ·what to the weights' part; to the diagonal λ itself. */
  private double[] penalised(double[] sums, double[] what) {
    int width = rows.width();
    for (int i = 0; i < width; i++) {
      sums[i] += penalty * (what == null ? 1 : what[i]);
    }
    // Rows that all weigh 0 leave the constant without a ground.
    sums[width] += 1e-9 * (what == null ? 1 : what[width]);
    return sums;
  }

  private double[] sum(Kind kind, double[] direction, float[] truth) {
    Product all = Chunks.sum(rows, chunk -> new Product(kind, direction, truth), listener);
    all.sums[rows.width()] = all.constant;
    return all.sums;
  }

  private enum Kind {
    /** The diagonal of XᵀWX. */
    SQUARES,
    /** XᵀWy. */
    SIDE,
    /** XᵀWX·direction. */
    IMAGE
  }

  /** A product with all rows and the 1 behind each. For one thread. */
  private final class Product implements Chunks.Sum<Product> {

    private final Kind kind;
    private final float[] used;
    private final float[] truth;
    private final float[] values = new float[rows.blockRows()];
    private final double[] sums = new double[rows.width() + 1];
    private float shift;
    private double constant;

    Product(Kind kind, double[] direction, float[] truth) {
      this.kind = kind;
      this.truth = truth;
      this.used = direction == null ? null : Floats.of(direction);
      if (used != null) {
        shift = used[rows.width()];
        used[rows.width()] = 0;
      }
    }

    @Override
    public void add(int block) {
      int begin = rows.begin(block);
      int count = rows.begin(block + 1) - begin;
      switch (kind) {
        case SQUARES -> Arrays.fill(values, 1);
        case SIDE -> System.arraycopy(truth, begin, values, 0, count);
        case IMAGE -> {
          Arrays.fill(values, shift);
          rows.score(block, used, values);
        }
      }
      for (int i = 0; i < count; i++) {
        values[i] *= weights[begin + i];
        constant += values[i];
      }
      if (kind == Kind.SQUARES) {
        rows.collectSquares(block, values, sums);
      } else {
        rows.collect(block, values, sums);
      }
    }

    @Override
    public void addAll(Product other) {
      ConjugateGradient.add(sums, 1, other.sums);
      constant += other.constant;
    }
  }

  private static double[] quotient(double[] a, double[] b) {
    double[] quotient = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      quotient[i] = a[i] / b[i];
    }
    return quotient;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] to, double times, double[] what) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * what[i];
    }
  }
}
