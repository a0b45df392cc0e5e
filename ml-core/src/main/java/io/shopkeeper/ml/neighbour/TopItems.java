package io.shopkeeper.ml.neighbour;

/**
 * The best k of many scored items: a binary heap with the worst on top. Ties go to the lower item,
 * so that the result does not depend on the order of the offers. For one thread.
 */
public final class TopItems {

  private final int[] items;
  private final float[] scores;
  private int size;

  /**
   * @param k how many to keep, at least 1
   */
  public TopItems(int k) {
    items = new int[k];
    scores = new float[k];
  }

  /** Takes an item in if it is among the best so far. */
  public void offer(int item, float score) {
    if (size < items.length) {
      items[size] = item;
      scores[size] = score;
      up(size++);
    } else if (worse(items[0], scores[0], item, score)) {
      items[0] = item;
      scores[0] = score;
      down(0);
    }
  }

  /** The kept ones, best first; empties this. */
  public ScoredItems drain() {
    int[] sortedItems = new int[size];
    float[] sortedScores = new float[size];
    for (int place = size - 1; place >= 0; place--) {
      sortedItems[place] = items[0];
      sortedScores[place] = scores[0];
      size--;
      items[0] = items[size];
      scores[0] = scores[size];
      down(0);
    }
    return new ScoredItems(sortedItems, sortedScores);
  }

  private void up(int start) {
    int place = start;
    while (place > 0) {
      int parent = (place - 1) >>> 1;
      if (!worse(items[place], scores[place], items[parent], scores[parent])) {
        return;
      }
      swap(place, parent);
      place = parent;
    }
  }

  private void down(int start) {
    int place = start;
    while (true) {
      int child = 2 * place + 1;
      if (child >= size) {
        return;
      }
      if (child + 1 < size
          && worse(items[child + 1], scores[child + 1], items[child], scores[child])) {
        child++;
      }
      if (!worse(items[child], scores[child], items[place], scores[place])) {
        return;
      }
      swap(place, child);
      place = child;
    }
  }

  private static boolean worse(int item, float score, int otherItem, float otherScore) {
    return score < otherScore || (score == otherScore && item > otherItem);
  }

  private void swap(int a, int b) {
    int item = items[a];
    items[a] = items[b];
    items[b] = item;
    float score = scores[a];
    scores[a] = scores[b];
    scores[b] = score;
  }
}
