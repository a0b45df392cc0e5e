package io.shopkeeper.ml.kernel.scalar;

import io.shopkeeper.ml.kernel.RowSystems;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.kernel.Workers;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Systems of rows one after the other, in double precision inside. */
final class ScalarLeastSquares {

  private static final int CHUNK = 64;

  private ScalarLeastSquares() {}

  static int solve(Workers workers, RowSystems systems, float[] solutions) {
    int n = systems.width();
    var bad = new AtomicInteger();
    workers.forEach(
        (systems.rows() + CHUNK - 1) / CHUNK,
        chunk -> {
          double[] matrix = new double[n * n];
          double[] x = new double[n];
          for (int row = chunk * CHUNK;
              row < Math.min(systems.rows(), (chunk + 1) * CHUNK);
              row++) {
            assemble(systems, row, matrix, x);
            if (!ScalarCholesky.solve(n, matrix, x)) {
              bad.incrementAndGet();
              Arrays.fill(x, Double.NaN);
            }
            for (int i = 0; i < n; i++) {
              solutions[row * n + i] = (float) x[i];
            }
          }
        });
    return bad.get();
  }

  private static void assemble(RowSystems systems, int row, double[] matrix, double[] side) {
    SparseRows cells = systems.weights();
    int n = systems.width();
    Arrays.fill(matrix, 0);
    Arrays.fill(side, 0);
    for (int i = 0; i < systems.base().length; i++) {
      matrix[i] = systems.base()[i];
    }
    for (int cell = cells.starts()[row]; cell < cells.starts()[row + 1]; cell++) {
      int vector = cells.indices()[cell] * n;
      for (int i = 0; i < n; i++) {
        double value = systems.vectors()[vector + i];
        side[i] += systems.targets()[cell] * value;
        for (int j = 0; j <= i; j++) {
          matrix[i * n + j] += cells.values()[cell] * value * systems.vectors()[vector + j];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      matrix[i * n + i] += systems.ridge()[row];
    }
  }
}
