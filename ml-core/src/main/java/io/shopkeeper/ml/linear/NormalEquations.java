package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.kernel.DoubleBlock;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.table.encode.EncodedBlocks;
import io.shopkeeper.ml.training.TrainingListener;

/**
 * XᵀWX and XᵀWy of the rows with a constant 1 behind each, in double precision, and their solution
 * by Cholesky. For one thread.
 */
final class NormalEquations implements Chunks.Sum<NormalEquations> {

  private final Kernels kernels = KernelBackends.current().kernels();
  private final EncodedBlocks rows;
  private final float[] truth;
  private final float[] weights;
  private final int size;
  private final double[] gram;
  private final double[] side;
  private double[] columns = new double[0];

  private NormalEquations(EncodedBlocks rows, float[] truth, float[] weights) {
    this.rows = rows;
    this.truth = truth;
    this.weights = weights;
    this.size = rows.width() + 1;
    this.gram = new double[size * size];
    this.side = new double[size];
  }

  /**
   * The weights and then the constant that make Σ weight·(truth − prediction)² + penalty·Σ w²
   * least; the penalty spares the constant.
   */
  static double[] solve(
      EncodedBlocks rows,
      float[] truth,
      float[] weights,
      double penalty,
      TrainingListener listener) {
    NormalEquations all =
        Chunks.sum(rows, chunk -> new NormalEquations(rows, truth, weights), listener);
    return all.solve(penalty);
  }

  @Override
  public void add(int block) {
    int begin = rows.begin(block);
    int count = rows.begin(block + 1) - begin;
    if (columns.length < size * count) {
      columns = new double[size * count];
    }
    rows.expand(block, columns);
    double[] roots = new double[count];
    for (int i = 0; i < count; i++) {
      roots[i] = Math.sqrt(weights[begin + i]);
      columns[rows.width() * count + i] = 1;
    }
    for (int column = 0; column < size; column++) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        columns[column * count + i] *= roots[i];
        sum += columns[column * count + i] * roots[i] * truth[begin + i];
      }
      side[column] += sum;
    }
    kernels.syrk(size, count, 1, DoubleBlock.of(columns, count), 1, DoubleBlock.of(gram, size));
  }

  @Override
  public void addAll(NormalEquations other) {
    for (int i = 0; i < gram.length; i++) {
      gram[i] += other.gram[i];
    }
    for (int i = 0; i < size; i++) {
      side[i] += other.side[i];
    }
  }

  private double[] solve(double penalty) {
    double[] a = gram.clone();
    for (int i = 0; i < size - 1; i++) {
      a[i * size + i] += penalty;
    }
    // Rows that all weigh 0 leave the constant without a ground.
    a[size * size - 1] += 1e-9;
    double[] x = side.clone();
    factorise(a);
    substitute(a, x);
    return x;
  }

  private void factorise(double[] a) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
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
