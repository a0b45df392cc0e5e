package io.shopkeeper.ml.neighbour;

import io.shopkeeper.ml.kernel.TopHeap;
import java.util.Arrays;

/**
 * The best k of many scored items. Ties go to the lower item, so that the result does not depend on
 * the order of the offers. For one thread.
 */
public final class TopItems {

  private final int most;
  private final TopHeap heap;

  /**
   * @param k how many to keep, at least 1
   */
  public TopItems(int k) {
    most = k;
    heap = new TopHeap(k);
  }

  /** Takes an item in if it is among the best so far. */
  public void offer(int item, float score) {
    heap.offer(item, score);
  }

  /** The kept ones, best first; empties this. */
  public ScoredItems drain() {
    int[] items = new int[most];
    float[] scores = new float[most];
    int kept = heap.drain(items, scores, 0);
    return new ScoredItems(Arrays.copyOf(items, kept), Arrays.copyOf(scores, kept));
  }
}
