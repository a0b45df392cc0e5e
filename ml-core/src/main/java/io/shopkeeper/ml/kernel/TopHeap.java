package io.shopkeeper.ml.kernel;

/**
 * The best k of many scored candidates: a binary heap with the worst on top. Ties go to the lower
 * index, so the order of the offers does not matter; NaN is never kept. For one thread.
 */
public final class TopHeap {

  private final int[] items;
  private final float[] scores;
  private int size;

  /**
   * @param k how many to keep, at least 1
   */
  public TopHeap(int k) {
    items = new int[k];
    scores = new float[k];
  }

  /** How many are kept at most. */
  public int capacity() {
    return items.length;
  }

  /** What a candidate must reach to be looked at: the worst kept score; −∞ while there is room. */
  public float bar() {
    return size < items.length ? Float.NEGATIVE_INFINITY : scores[0];
  }

  /** Takes a candidate in if it is among the best so far. */
  public void offer(int item, float score) {
    if (size < items.length) {
      if (!Float.isNaN(score)) {
        up(size++, item, score);
      }
    } else if (worse(items[0], scores[0], item, score)) {
      down(item, score);
    }
  }

  /**
   * Writes the kept ones, best first, and empties this.
   *
   * @return how many
   */
  public int drain(int[] toItems, float[] toScores, int offset) {
    int kept = size;
    while (size > 0) {
      size--;
      toItems[offset + size] = items[0];
      toScores[offset + size] = scores[0];
      down(items[size], scores[size]);
    }
    return kept;
  }

  private void up(int start, int item, float score) {
    int place = start;
    while (place > 0) {
      int parent = (place - 1) >>> 1;
      if (!worse(item, score, items[parent], scores[parent])) {
        break;
      }
      items[place] = items[parent];
      scores[place] = scores[parent];
      place = parent;
    }
    items[place] = item;
    scores[place] = score;
  }

  private void down(int item, float score) {
    int place = 0;
    for (int child = 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size
          && worse(items[child + 1], scores[child + 1], items[child], scores[child])) {
        child++;
      }
      if (!worse(items[child], scores[child], item, score)) {
        break;
      }
      items[place] = items[child];
      scores[place] = scores[child];
      place = child;
    }
    items[place] = item;
    scores[place] = score;
  }

  private static boolean worse(int item, float score, int otherItem, float otherScore) {
    return score < otherScore || (score == otherScore && item > otherItem);
  }
}
