package io.shopkeeper.ml.ranking;

import io.shopkeeper.ml.kernel.SparseRows;
import java.util.Arrays;

/**
 * A history as one row of a matrix: which items, and how much each counts. The arrays are not
 * copied: do not change them.
 *
 * @param items ascending and unique
 * @param weights greater than 0, in the order of the items
 */
public record WeightedItems(int[] items, float[] weights) {

  /**
   * Puts a history together.
   *
   * @param known how many items a model knows; others are passed over
   * @param weighting of what is repeated
   * @param recency how much an interaction counts against the one after it, above 0 to 1; what is
   *     repeated is as recent as its last
   */
  public static WeightedItems of(History history, int known, Weighting weighting, double recency) {
    long[] places = new long[history.size()];
    int size = 0;
    for (int place = 0; place < history.size(); place++) {
      int item = history.items()[place];
      if (item >= 0 && item < known) {
        places[size++] = ((long) item << 32) | place;
      }
    }
    Arrays.sort(places, 0, size);
    int[] items = new int[size];
    float[] weights = new float[size];
    int filled = 0;
    for (int from = 0, to; from < size; from = to) {
      int item = (int) (places[from] >>> 32);
      double sum = 0;
      for (to = from; to < size && (int) (places[to] >>> 32) == item; to++) {
        sum += history.values()[(int) places[to]];
      }
      int last = (int) places[to - 1];
      items[filled] = item;
      weights[filled++] =
          (float) (weighting.of(sum) * Math.pow(recency, history.size() - 1.0 - last));
    }
    return new WeightedItems(Arrays.copyOf(items, filled), Arrays.copyOf(weights, filled));
  }

  /** How many. */
  public int size() {
    return items.length;
  }

  /** A matrix of this row alone. */
  public SparseRows row(int columns) {
    return new SparseRows(1, columns, new int[] {0, items.length}, items, weights);
  }
}
