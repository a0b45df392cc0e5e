package io.shopkeeper.ml.factorisation;

import io.shopkeeper.ml.kernel.KernelBackends;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The ratings of each user, or of each item. Immutable; the passes work on several threads, a row
 * on one, so that sums do not depend on how many there are.
 *
 * @param starts of each row in the other two arrays, and the end of the last
 * @param place of each rating in the array of errors
 * @param other row of each rating on the other side
 */
record SideRatings(int[] starts, int[] place, int[] other) {

  private static final int BLOCK = 256;

  /**
   * Sorts ratings by row; those of a row stay in their order.
   *
   * @param rows how many there are
   */
  static SideRatings of(int rows, int[] row, int[] other) {
    int[] starts = new int[rows + 1];
    for (int one : row) {
      starts[one + 1]++;
    }
    for (int one = 0; one < rows; one++) {
      starts[one + 1] += starts[one];
    }
    int[] next = Arrays.copyOf(starts, rows);
    int[] place = new int[row.length];
    int[] others = new int[row.length];
    for (int rating = 0; rating < row.length; rating++) {
      int to = next[row[rating]]++;
      place[to] = rating;
      others[to] = other[rating];
    }
    return new SideRatings(starts, place, others);
  }

  private int rows() {
    return starts.length - 1;
  }

  /**
   * Adds up over the ratings of each row.
   *
   * @param factors q of each row of the other side; null where it is 1
   * @param weights Σq²; written
   * @param pulls Σ error · q; written
   */
  void gather(double[] errors, double[] factors, double[] weights, double[] pulls) {
    forBlocks(
        row -> {
          double weight = 0;
          double pull = 0;
          for (int cell = starts[row]; cell < starts[row + 1]; cell++) {
            double q = factors == null ? 1 : factors[other[cell]];
            weight += q * q;
            pull += q * errors[place[cell]];
          }
          weights[row] = weight;
          pulls[row] = pull;
        });
  }

  /** Errors after the rows' sums changed: e ← e − (after − before) · q. */
  void correct(double[] errors, double[] factors, double[] before, double[] after) {
    forBlocks(
        row -> {
          double change = after[row] - before[row];
          for (int cell = starts[row]; cell < starts[row + 1]; cell++) {
            errors[place[cell]] -= change * (factors == null ? 1 : factors[other[cell]]);
          }
        });
  }

  private void forBlocks(IntConsumer work) {
    KernelBackends.current()
        .workers()
        .forEach(
            (rows() + BLOCK - 1) / BLOCK,
            block -> {
              int end = Math.min(rows(), (block + 1) * BLOCK);
              for (int row = block * BLOCK; row < end; row++) {
                work.accept(row);
              }
            });
  }
}
