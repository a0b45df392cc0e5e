package io.shopkeeper.ml.neighbour;

/**
 * Items with scores, in the order of a list: the best first. The arrays are not copied: do not
 * change them.
 *
 * @param items dense indices
 * @param scores one for each item, descending unless the list was diversified
 */
public record ScoredItems(int[] items, float[] scores) {

  public ScoredItems {
    if (items.length != scores.length) {
      throw new IllegalArgumentException(items.length + " items, but " + scores.length + " scores");
    }
  }

  /** How many. */
  public int size() {
    return items.length;
  }
}
