package io.shopkeeper.ml.neighbour;

import io.shopkeeper.ml.kernel.TopHeap;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The best k of many scored items. Ties go to the lower item, so that the result does not depend on
 * the order of the offers. For one thread.
 */
public final class TopItems {

  /** How many more are looked at than wanted: a quarter of them, and these. */
  private static final int SPARE = 4;

  private static final int MORE = 16;

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

  /**
   * The best items that are admissible. To ask whether one is may cost far more than to compare
   * scores, so it is asked in the order of the scores, and only until there are enough.
   *
   * @param scores of the items 0, 1, …
   * @param above only items with a score above this
   * @param n at most so many, at least 1
   */
  public static ScoredItems of(float[] scores, float above, int n, IntPredicate admissible) {
    return admitted(n, admissible, (k, may) -> best(scores, above, k, may));
  }

  /**
   * The same of some items, none twice, with scores above 0.
   *
   * @param scores one for each of the items
   */
  static ScoredItems of(int[] items, float[] scores, int n, IntPredicate admissible) {
    return admitted(n, admissible, (k, may) -> best(items, scores, k, may));
  }

  /** The best k of those that may be taken. */
  @FunctionalInterface
  private interface Choice {
    ScoredItems best(int k, IntPredicate may);
  }

  private static ScoredItems admitted(int n, IntPredicate admissible, Choice choice) {
    int looked = n + n / SPARE + MORE;
    ScoredItems best = choice.best(looked, item -> true);
    int[] items = new int[n];
    float[] values = new float[n];
    int kept = 0;
    for (int i = 0; i < best.size() && kept < n; i++) {
      if (admissible.test(best.items()[i])) {
        items[kept] = best.items()[i];
        values[kept++] = best.scores()[i];
      }
    }
    return kept == n || best.size() < looked
        ? new ScoredItems(Arrays.copyOf(items, kept), Arrays.copyOf(values, kept))
        : choice.best(n, admissible);
  }

  private static ScoredItems best(float[] scores, float above, int n, IntPredicate admissible) {
    var best = new TopItems(n);
    float bar = above;
    for (int item = 0; item < scores.length; item++) {
      // Items come ascending, so that a later one of the same score is never better.
      if (scores[item] > bar && admissible.test(item)) {
        best.offer(item, scores[item]);
        bar = Math.max(above, best.heap.bar());
      }
    }
    return best.drain();
  }

  private static ScoredItems best(int[] items, float[] scores, int n, IntPredicate admissible) {
    var best = new TopItems(n);
    for (int i = 0; i < items.length; i++) {
      if (scores[i] > 0 && scores[i] >= best.heap.bar() && admissible.test(items[i])) {
        best.offer(items[i], scores[i]);
      }
    }
    return best.drain();
  }
}
