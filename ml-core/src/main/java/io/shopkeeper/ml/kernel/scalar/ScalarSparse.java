package io.shopkeeper.ml.kernel.scalar;

import io.shopkeeper.ml.kernel.Affinity;
import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.NeighbourSpec;
import io.shopkeeper.ml.kernel.RankedRows;
import io.shopkeeper.ml.kernel.SimilarityMeasure;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.kernel.TopHeap;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.training.TrainingListener;

/**
 * Sparse products by rows. For A·Aᵀ the rows of a row's columns are added into a dense accumulator
 * (Gustavson, 1978; Linden, Smith and York, 2003).
 */
final class ScalarSparse {

  private static final int CHUNK = 64;

  private final Workers workers;

  ScalarSparse(Workers workers) {
    this.workers = workers;
  }

  void multiply(SparseRows a, int columns, FloatBlock b, FloatBlock c) {
    workers.forEach(
        (a.rows() + CHUNK - 1) / CHUNK,
        chunk -> {
          double[] sums = new double[columns];
          for (int row = chunk * CHUNK; row < Math.min(a.rows(), (chunk + 1) * CHUNK); row++) {
            multiplyRow(a, row, columns, b, c, sums);
          }
        });
  }

  private static void multiplyRow(
      SparseRows a, int row, int columns, FloatBlock b, FloatBlock c, double[] sums) {
    for (int cell = a.starts()[row]; cell < a.starts()[row + 1]; cell++) {
      int from = b.offset() + a.indices()[cell] * b.stride();
      double value = a.values()[cell];
      for (int column = 0; column < columns; column++) {
        sums[column] += value * b.values()[from + column];
      }
    }
    int to = c.offset() + row * c.stride();
    for (int column = 0; column < columns; column++) {
      c.values()[to + column] = (float) sums[column];
      sums[column] = 0;
    }
  }

  RankedRows neighbours(
      SparseRows rows, SparseRows columns, NeighbourSpec spec, TrainingListener listener) {
    RankedRows ranked =
        RankedRows.room(rows.rows(), Math.min(spec.neighbours(), Math.max(1, rows.rows())));
    double[] norms = norms(rows);
    var affinity = new Affinity(spec, rows.columns());
    workers.forEach(
        (rows.rows() + CHUNK - 1) / CHUNK,
        chunk -> {
          listener.stopIfCancelled();
          listener.progress((double) chunk * CHUNK / rows.rows(), "similarity");
          var best = new TopHeap(ranked.most());
          double[] sums = new double[rows.rows()];
          int[] shared = new int[rows.rows()];
          int end = Math.min(rows.rows(), (chunk + 1) * CHUNK);
          for (int row = chunk * CHUNK; row < end; row++) {
            scatter(rows, columns, row, sums, shared);
            for (int other = 0; other < rows.rows(); other++) {
              if (other != row && shared[other] >= spec.minimumSupport()) {
                double similarity =
                    spec.measure() == SimilarityMeasure.COSINE
                        ? sums[other]
                            / Math.sqrt(norms[row] * norms[other])
                            * affinity.damping(shared[other])
                        : affinity.ofCounts(shared[other], rows.count(row), rows.count(other));
                if (similarity > spec.threshold()) {
                  best.offer(other, (float) similarity);
                }
              }
              sums[other] = 0;
              shared[other] = 0;
            }
            ranked.put(row, best);
          }
        });
    return ranked;
  }

  private static void scatter(
      SparseRows rows, SparseRows columns, int row, double[] sums, int[] shared) {
    for (int cell = rows.starts()[row]; cell < rows.starts()[row + 1]; cell++) {
      int column = rows.indices()[cell];
      double value = rows.values()[cell];
      for (int other = columns.starts()[column]; other < columns.starts()[column + 1]; other++) {
        sums[columns.indices()[other]] += value * columns.values()[other];
        shared[columns.indices()[other]]++;
      }
    }
  }

  private static double[] norms(SparseRows rows) {
    double[] norms = new double[rows.rows()];
    for (int row = 0; row < norms.length; row++) {
      for (int cell = rows.starts()[row]; cell < rows.starts()[row + 1]; cell++) {
        norms[row] += (double) rows.values()[cell] * rows.values()[cell];
      }
    }
    return norms;
  }
}
