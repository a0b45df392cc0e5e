package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.data.Shuffle;
import io.shopkeeper.ml.table.encode.SparseRow;
import io.shopkeeper.ml.table.encode.SparseRows;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.SplittableRandom;

/**
 * Looks at all rows several times, each time in another order that the seed says. For one thread.
 */
final class RowPasses {

  private static final int ROWS_AT_ONCE = 2048;

  private final SparseRows rows;
  private final int passes;
  private final TrainingListener listener;
  private final SplittableRandom random;
  private final int[] order;

  RowPasses(SparseRows rows, int passes, long seed, TrainingListener listener) {
    this.rows = rows;
    this.passes = passes;
    this.listener = listener;
    this.random = new SplittableRandom(seed);
    this.order = new int[rows.rows()];
    for (int row = 0; row < order.length; row++) {
      order[row] = row;
    }
  }

  /** Learns from a row. */
  interface Learner {

    /**
     * Learns.
     *
     * @param at which row it is
     * @return its loss before, without its weight
     */
    double learn(SparseRow row, int at);
  }

  /**
   * Runs; measures of each pass the mean loss of the rows just before they are learnt from.
   *
   * @param weights of the rows
   */
  void run(float[] weights, Learner learner) {
    var row = new SparseRow();
    for (int pass = 0; pass < passes; pass++) {
      Shuffle.of(order, random);
      double loss = 0;
      double weight = 0;
      for (int done = 0; done < order.length; done++) {
        if (done % ROWS_AT_ONCE == 0) {
          listener.stopIfCancelled();
          listener.progress((pass + (double) done / order.length) / passes, "fitting");
        }
        int at = order[done];
        rows.row(at, row);
        loss += weights[at] * learner.learn(row, at);
        weight += weights[at];
      }
      listener.measured("loss train", pass + 1, weight > 0 ? loss / weight : 0);
    }
  }
}
