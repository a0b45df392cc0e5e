package io.shopkeeper.ml.neural.sequence;

import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.InteractionLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What users did as windows of items, each but the first being foretold from those before it.
 *
 * @param learnt windows of at most length + 1 items, of at least 2
 * @param held windows whose last item is held out; the others are in {@code learnt} too
 * @param length items that are looked back at by the longest window
 * @param seen whether an item occurs in what is learnt
 */
record Sequences(int[][] learnt, int[][] held, int length, boolean[] seen) {

  private static final int FEWEST_HELD = 5;

  /**
   * Of a log.
   *
   * @param length items that are looked back at, at most
   * @param share of the users whose last item is held out; of few users nothing is
   */
  static Sequences of(InteractionLog log, int length, double share, SplittableRandom random) {
    List<int[]> whole = new ArrayList<>();
    for (History history : log.histories()) {
      int[] items = known(history, log.items());
      if (items.length > 1) {
        whole.add(items);
      }
    }
    boolean holding = share * whole.size() >= FEWEST_HELD;
    List<int[]> learnt = new ArrayList<>();
    List<int[]> held = new ArrayList<>();
    boolean[] seen = new boolean[log.items()];
    for (int[] items : whole) {
      int end = items.length - 1;
      if (holding && end > 1 && random.nextDouble() < share) {
        held.add(Arrays.copyOfRange(items, Math.max(0, end - length), items.length));
        end--;
      }
      for (int i = 0; i <= end; i++) {
        seen[items[i]] = true;
      }
      for (; end > 0; end -= length) {
        learnt.add(Arrays.copyOfRange(items, Math.max(0, end - length), end + 1));
      }
    }
    int longest = Math.max(longest(learnt), longest(held));
    return new Sequences(
        learnt.toArray(int[][]::new), held.toArray(int[][]::new), Math.max(1, longest - 1), seen);
  }

  private static int longest(List<int[]> windows) {
    return windows.stream().mapToInt(window -> window.length).max().orElse(0);
  }

  /** The items that a model knows; what is repeated at once counts once. */
  static int[] known(History history, int items) {
    int[] known = new int[history.size()];
    int size = 0;
    for (int item : history.items()) {
      if (item >= 0 && item < items && (size == 0 || known[size - 1] != item)) {
        known[size++] = item;
      }
    }
    return Arrays.copyOf(known, size);
  }
}
