package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.training.TrainingListener;

/**
 * XᵀWX and XᵀWy of the rows with a constant 1 behind each, added in blocks of fixed size and order,
 * and their solution by Cholesky in double precision.
 */
final class NormalEquations {

  private final float[] rows;
  private final int width;
  private final float[] truth;
  private final float[] weights;
  private final int size;
  private final double[] gram;
  private final double[] side;

  /**
   * @param weights null where all rows count 1
   */
  NormalEquations(float[] rows, int width, float[] truth, float[] weights) {
    this.rows = rows;
    this.width = width;
    this.truth = truth;
    this.weights = weights;
    this.size = width + 1;
    this.gram = new double[size * size];
    this.side = new double[size];
  }

  void collect(Workers workers, int block, TrainingListener listener) {
    int blocks = (truth.length + block - 1) / block;
    // A few blocks at a time: each holds width² sums until they are added in order.
    int some = Math.max(1, workers.width());
    for (int first = 0; first < blocks; first += some) {
      listener.stopIfCancelled();
      listener.progress((double) first / blocks, "fitting");
      int count = Math.min(some, blocks - first);
      double[][] grams = new double[count][];
      double[][] sides = new double[count][size];
      int begin = first;
      workers.forEach(count, i -> grams[i] = block(begin + i, block, sides[i]));
      for (int i = 0; i < count; i++) {
        add(gram, grams[i]);
        add(side, sides[i]);
      }
    }
  }

  private static void add(double[] to, double[] what) {
    for (int i = 0; i < to.length; i++) {
      to[i] += what[i];
    }
  }

  private double[] block(int number, int block, double[] sides) {
    double[] grams = new double[size * size];
    double[] row = new double[size];
    row[width] = 1;
    int end = Math.min(truth.length, (number + 1) * block);
    for (int r = number * block; r < end; r++) {
      for (int i = 0; i < width; i++) {
        row[i] = rows[r * width + i];
      }
      double weight = weights == null ? 1 : weights[r];
      for (int i = 0; i < size; i++) {
        double scaled = weight * row[i];
        if (scaled != 0) {
          accumulate(grams, i * size, row, scaled, i + 1);
          sides[i] += scaled * truth[r];
        }
      }
    }
    return grams;
  }

  private static void accumulate(double[] to, int at, double[] row, double times, int count) {
    for (int j = 0; j < count; j++) {
      to[at + j] += times * row[j];
    }
  }

  /** The weights and then the constant, which the penalty spares. */
  float[] solve(double penalty) {
    double[] a = gram.clone();
    for (int i = 0; i < width; i++) {
      a[i * size + i] += penalty;
    }
    // Rows that all weigh 0 leave the constant without a ground.
    a[width * size + width] += 1e-9;
    double[] x = side.clone();
    factorise(a);
    substitute(a, x);
    return Floats.of(x);
  }

  private void factorise(double[] a) {
    for (int j = 0; j < size; j++) {
      for (int i = j; i < size; i++) {
        double sum = a[i * size + j];
        for (int k = 0; k < j; k++) {
          sum -= a[i * size + k] * a[j * size + k];
        }
        a[i * size + j] = i == j ? Math.sqrt(Math.max(sum, 1e-300)) : sum / a[j * size + j];
      }
    }
  }

  private void substitute(double[] a, double[] x) {
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= a[i * size + k] * x[k];
      }
      x[i] /= a[i * size + i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        x[i] -= a[k * size + i] * x[k];
      }
      x[i] /= a[i * size + i];
    }
  }
}
