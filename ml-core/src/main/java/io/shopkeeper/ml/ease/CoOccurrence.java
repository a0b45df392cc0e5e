package io.shopkeeper.ml.ease;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.InteractionLog;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Supplier;

/**
 * XᵀX, or what stands for it.
 *
 * @param gram makes the lower triangle, items × items, positive semidefinite, once there is room
 *     for it
 */
record CoOccurrence(int items, Supplier<double[]> gram) {

  /** Further apart than so many windows, two items have nothing to do with each other. */
  private static final int FAR = 8;

  /** How many users have both. */
  static CoOccurrence of(InteractionMatrix interactions) {
    return new CoOccurrence(interactions.items(), () -> count(interactions));
  }

  private static double[] count(InteractionMatrix interactions) {
    int items = interactions.items();
    double[] gram = new double[items * items];
    for (int user = 0; user < interactions.users(); user++) {
      int[] row = interactions.rowItems(user);
      for (int i = 0; i < row.length; i++) {
        int counts = row[i] * items;
        for (int j = 0; j <= i; j++) {
          gram[counts + row[j]]++;
        }
      }
    }
    return gram;
  }

  /**
   * Σ e^(−steps / window) over the users who have both, the steps being those between the first
   * times that they met them. The kernel of the steps is positive definite (it is that of an
   * autoregressive process), so the sum is the Gram matrix of histories seen through a window that
   * slides over them.
   */
  static CoOccurrence near(InteractionLog log, double window) {
    return new CoOccurrence(log.items(), () -> sum(log, window));
  }

  private static double[] sum(InteractionLog log, double window) {
    int items = log.items();
    double[] gram = new double[items * items];
    for (History history : log.histories()) {
      int[] order = firstTimes(history.items());
      for (int i = 0; i < order.length; i++) {
        int from = (int) Math.max(0, Math.ceil(i - FAR * window));
        for (int j = from; j <= i; j++) {
          int high = Math.max(order[i], order[j]);
          int low = Math.min(order[i], order[j]);
          gram[high * items + low] += Math.exp((j - i) / window);
        }
      }
    }
    return gram;
  }

  private static int[] firstTimes(int[] items) {
    var seen = new BitSet();
    return Arrays.stream(items)
        .filter(
            item -> {
              boolean first = !seen.get(item);
              seen.set(item);
              return first;
            })
        .toArray();
  }
}
