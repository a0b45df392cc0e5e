package io.shopkeeper.ml.metric;

import java.util.Arrays;

/**
 * Metrics of scores of which higher ones speak for the positive class. Equal scores are treated as
 * one: no order among them is assumed. All need at least one row of each class, else they are NaN.
 * The order is found once. Immutable and safe for use by several threads.
 */
public final class BinaryScores {

  private final double[] scores;
  private final boolean[] positive;
  private final int[] order;
  private final int positives;

  /**
   * Takes scores; the arrays are not copied.
   *
   * @param scores not NaN
   */
  public BinaryScores(double[] scores, boolean[] positive) {
    if (scores.length != positive.length) {
      throw new IllegalArgumentException(
          "%d scores, but %d labels".formatted(scores.length, positive.length));
    }
    this.scores = scores;
    this.positive = positive;
    this.order = falling(scores);
    int count = 0;
    for (boolean one : positive) {
      count += one ? 1 : 0;
    }
    this.positives = count;
  }

  /** Rows by falling score. */
  private static int[] falling(double[] scores) {
    long[] keys = new long[scores.length];
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    int[] order = new int[scores.length];
    int[] next = new int[scores.length];
    // Counting places in the sorted scores keeps this free of boxed comparisons.
    for (int row = 0; row < scores.length; row++) {
      int first = first(sorted, scores[row]);
      keys[row] = scores.length - 1L - first - next[first]++;
    }
    for (int row = 0; row < scores.length; row++) {
      order[(int) keys[row]] = row;
    }
    return order;
  }

  private static int first(double[] sorted, double score) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Area under the ROC curve: how often a positive row scores higher than a negative one, equal
   * scores counting half (Hanley and McNeil, 1982).
   */
  public double auc() {
    return auc(once());
  }

  /**
   * The same where rows count several times.
   *
   * @param times how often each row counts
   */
  public double auc(int[] times) {
    double pairs = 0;
    long above = 0;
    long negatives = 0;
    for (int from = 0; from < order.length; ) {
      int to = end(from);
      long hits = hits(from, to, times);
      long misses = rows(from, to, times) - hits;
      pairs += misses * (above + hits / 2.0);
      above += hits;
      negatives += misses;
      from = to;
    }
    return pairs / ((double) above * negatives);
  }

  /**
   * Average precision: the sum over thresholds of precision × gain in recall, without interpolation
   * (as scikit-learn's average_precision_score).
   */
  public double averagePrecision() {
    return averagePrecision(once());
  }

  /**
   * The same where rows count several times.
   *
   * @param times how often each row counts
   */
  public double averagePrecision(int[] times) {
    double sum = 0;
    long hits = 0;
    long rows = 0;
    for (int from = 0; from < order.length; ) {
      int to = end(from);
      long more = hits(from, to, times);
      hits += more;
      rows += rows(from, to, times);
      sum += more == 0 ? 0 : (double) more * hits / rows;
      from = to;
    }
    return sum / hits;
  }

  /**
   * The share of the positive rows among the highest scores.
   *
   * @param budget how many rows are looked at, as a share of all, 0 to 1
   */
  public double recallAt(double budget) {
    int places = (int) Math.floor(budget * scores.length);
    return (double) hits(0, places, once()) / positives;
  }

  /**
   * The share of positive rows among so many of the highest scores; NaN where none is looked at.
   */
  public double precisionAt(double budget) {
    int places = (int) Math.floor(budget * scores.length);
    return (double) hits(0, places, once()) / places;
  }

  private int end(int from) {
    int to = from + 1;
    while (to < order.length && scores[order[to]] == scores[order[from]]) {
      to++;
    }
    return to;
  }

  private long hits(int from, int to, int[] times) {
    long hits = 0;
    for (int place = from; place < to; place++) {
      hits += positive[order[place]] ? times[order[place]] : 0;
    }
    return hits;
  }

  private long rows(int from, int to, int[] times) {
    long rows = 0;
    for (int place = from; place < to; place++) {
      rows += times[order[place]];
    }
    return rows;
  }

  private int[] once() {
    int[] once = new int[order.length];
    Arrays.fill(once, 1);
    return once;
  }
}
