package io.shopkeeper.ml.als;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.RowSystems;

/**
 * Betters the solutions of least squares systems by some steps of the conjugate gradient method,
 * from where they stand: width² + cells · width multiplications a step, where Cholesky
 * factorisation needs cells · width² + width³ (Takács, Pilászy, Tikk: Applications of the Conjugate
 * Gradient Method for Implicit Feedback Collaborative Filtering, RecSys 2011).
 */
final class ConjugateGradient {

  private static final int BLOCK = 64;

  private final RowSystems systems;
  private final int width;

  ConjugateGradient(RowSystems systems) {
    this.systems = systems;
    this.width = systems.width();
  }

  /**
   * Takes steps for all rows on the workers.
   *
   * @param solutions rows × width; bettered in place
   */
  void better(float[] solutions, int steps) {
    KernelBackends.current()
        .workers()
        .forEach(
            (systems.rows() + BLOCK - 1) / BLOCK,
            block -> {
              var row = new Row();
              int end = Math.min(systems.rows(), (block + 1) * BLOCK);
              for (int one = block * BLOCK; one < end; one++) {
                row.better(one, solutions, steps);
              }
            });
  }

  /** One system at a time. */
  private final class Row {

    private final double[] x = new double[width];
    private final double[] residual = new double[width];
    private final double[] direction = new double[width];
    private final double[] image = new double[width];

    void better(int row, float[] solutions, int steps) {
      for (int f = 0; f < width; f++) {
        x[f] = solutions[row * width + f];
      }
      start(row);
      double length = dot(residual, residual);
      for (int step = 0; step < steps && length > 1e-20; step++) {
        multiply(row, direction);
        double along = length / dot(direction, image);
        double before = length;
        for (int f = 0; f < width; f++) {
          x[f] += along * direction[f];
          residual[f] -= along * image[f];
        }
        length = dot(residual, residual);
        for (int f = 0; f < width; f++) {
          direction[f] = residual[f] + length / before * direction[f];
        }
      }
      for (int f = 0; f < width; f++) {
        solutions[row * width + f] = (float) x[f];
      }
    }

    /** Residual and first direction: Σ t·v − A·x. */
    private void start(int row) {
      multiply(row, x);
      for (int f = 0; f < width; f++) {
        residual[f] = -image[f];
      }
      for (int cell = systems.weights().starts()[row];
          cell < systems.weights().starts()[row + 1];
          cell++) {
        int v = systems.weights().indices()[cell] * width;
        double target = systems.targets()[cell];
        for (int f = 0; f < width; f++) {
          residual[f] += target * systems.vectors()[v + f];
        }
      }
      System.arraycopy(residual, 0, direction, 0, width);
    }

    /** image ← (base + Σ w·v·vᵀ + λI) · y. */
    private void multiply(int row, double[] y) {
      double ridge = systems.ridge()[row];
      float[] base = systems.base();
      for (int f = 0; f < width; f++) {
        double sum = ridge * y[f];
        for (int g = 0; base.length > 0 && g < width; g++) {
          sum += base[f * width + g] * y[g];
        }
        image[f] = sum;
      }
      for (int cell = systems.weights().starts()[row];
          cell < systems.weights().starts()[row + 1];
          cell++) {
        int v = systems.weights().indices()[cell] * width;
        double product = 0;
        for (int f = 0; f < width; f++) {
          product += systems.vectors()[v + f] * y[f];
        }
        product *= systems.weights().values()[cell];
        for (int f = 0; f < width; f++) {
          image[f] += product * systems.vectors()[v + f];
        }
      }
    }

    private double dot(double[] a, double[] b) {
      double sum = 0;
      for (int f = 0; f < width; f++) {
        sum += a[f] * b[f];
      }
      return sum;
    }
  }
}
