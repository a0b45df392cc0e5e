package io.shopkeeper.ml.evaluation;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Metrics of an order of rows that may count several times, in one pass: the order is found once.
 * Rows of one score are one step. Immutable and safe for use by several threads.
 */
public final class RankedScores {

  private final int[] order;
  private final boolean[] lastOfStep;
  private final boolean[] positive;

  /**
   * Sorts; the labels are not copied.
   *
   * @param scores not NaN; greater is more likely positive
   */
  public RankedScores(double[] scores, boolean[] positive) {
    this.positive = positive;
    order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> -scores[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    lastOfStep = new boolean[scores.length];
    for (int place = 0; place < order.length; place++) {
      lastOfStep[place] =
          place + 1 == order.length || scores[order[place + 1]] != scores[order[place]];
    }
  }

  /**
   * The area under the ROC curve.
   *
   * @param times how often each row counts
   * @return NaN without rows of both classes
   */
  public double auc(int[] times) {
    double pairs = 0;
    long above = 0;
    long negatives = 0;
    long hits = 0;
    long misses = 0;
    for (int place = 0; place < order.length; place++) {
      int weight = times[order[place]];
      hits += positive[order[place]] ? weight : 0;
      misses += positive[order[place]] ? 0 : weight;
      if (lastOfStep[place]) {
        pairs += misses * (above + hits / 2.0);
        above += hits;
        negatives += misses;
        hits = 0;
        misses = 0;
      }
    }
    return pairs / ((double) above * negatives);
  }

  /**
   * The sum over steps of precision × gain in recall, without interpolation.
   *
   * @param times how often each row counts
   * @return NaN without a positive row
   */
  public double averagePrecision(int[] times) {
    double sum = 0;
    long hits = 0;
    long rows = 0;
    long gained = 0;
    for (int place = 0; place < order.length; place++) {
      int weight = times[order[place]];
      rows += weight;
      gained += positive[order[place]] ? weight : 0;
      if (lastOfStep[place]) {
        hits += gained;
        sum += gained == 0 ? 0 : (double) gained * hits / rows;
        gained = 0;
      }
    }
    return sum / hits;
  }
}
