package io.shopkeeper.ml.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What comes of every threshold that makes a difference: which one suits a purpose, a cost or a
 * number of people who look at alerts. Choose thresholds on rows of validation, judge them on
 * others. Immutable and safe for use by several threads.
 */
public final class ThresholdAnalysis {

  private final double[] thresholds;
  private final int[] flagged;
  private final int[] hits;
  private final int rows;
  private final int positives;

  private ThresholdAnalysis(
      double[] thresholds, int[] flagged, int[] hits, int rows, int positives) {
    this.thresholds = thresholds;
    this.flagged = flagged;
    this.hits = hits;
    this.rows = rows;
    this.positives = positives;
  }

  /**
   * Looks at scores, in n·log n.
   *
   * @param scores of any scale, not NaN; greater is more likely positive
   * @param positive of each row
   */
  public static ThresholdAnalysis of(double[] scores, boolean[] positive) {
    if (scores.length != positive.length) {
      throw new IllegalArgumentException(
          "%,d scores, but %,d labels".formatted(scores.length, positive.length));
    }
    int n = scores.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> -scores[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] thresholds = new double[n + 1];
    int[] flagged = new int[n + 1];
    int[] hits = new int[n + 1];
    thresholds[0] = Double.POSITIVE_INFINITY;
    int count = 1;
    int found = 0;
    for (int i = 0; i < n; i++) {
      double score = scores[order[i]];
      if (Double.isNaN(score)) {
        throw new IllegalArgumentException("the score of row %,d is NaN".formatted(order[i]));
      }
      found += positive[order[i]] ? 1 : 0;
      // Rows of one score are flagged together.
      if (i + 1 == n || scores[order[i + 1]] != score) {
        thresholds[count] = score;
        flagged[count] = i + 1;
        hits[count++] = found;
      }
    }
    return new ThresholdAnalysis(
        Arrays.copyOf(thresholds, count),
        Arrays.copyOf(flagged, count),
        Arrays.copyOf(hits, count),
        n,
        found);
  }

  /** How many thresholds make a difference, the infinite one included. */
  public int size() {
    return thresholds.length;
  }

  /**
   * By falling threshold, from the infinite one, which flags nothing, to the one that flags all.
   */
  public ThresholdPoint point(int place) {
    int misses = positives - hits[place];
    int wrong = flagged[place] - hits[place];
    return new ThresholdPoint(
        thresholds[place], hits[place], wrong, misses, (long) rows - positives - wrong);
  }

  /** What comes of any threshold. */
  public ThresholdPoint at(double threshold) {
    int low = 0;
    int high = size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (thresholds[middle] >= threshold) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    ThresholdPoint found = point(low);
    return new ThresholdPoint(
        threshold,
        found.truePositives(),
        found.falsePositives(),
        found.falseNegatives(),
        found.trueNegatives());
  }

  /**
   * Points for a chart, spread evenly over the rows that are flagged, with the first and last.
   *
   * @param most how many, at least 2
   */
  public List<ThresholdPoint> points(int most) {
    List<ThresholdPoint> points = new ArrayList<>();
    int before = -1;
    for (int step = 0; step < most; step++) {
      int place = firstWith(Math.round((double) rows * step / (most - 1)));
      if (place != before) {
        points.add(point(place));
      }
      before = place;
    }
    return points;
  }

  private int firstWith(long count) {
    int place = Arrays.binarySearch(flagged, (int) count);
    return place >= 0 ? place : -place - 1;
  }

  /**
   * The best threshold by any figure; of several the greatest, which flags fewest.
   *
   * @param figure greater is better; NaN is never best
   */
  public ThresholdPoint best(ToDoubleFunction<ThresholdPoint> figure) {
    ThresholdPoint best = point(0);
    double greatest = Double.NEGATIVE_INFINITY;
    for (int place = 0; place < size(); place++) {
      ThresholdPoint point = point(place);
      double value = figure.applyAsDouble(point);
      if (value > greatest) {
        best = point;
        greatest = value;
      }
    }
    return best;
  }

  /** The threshold of the least cost. */
  public ThresholdPoint cheapest(Costs costs) {
    return best(point -> -costs.of(point));
  }

  /**
   * The lowest threshold that flags no more than a share of the rows: what comes of looking at so
   * many alerts. Rows of one score are flagged together, so that it may flag fewer.
   *
   * @param share of the rows, from 0 to 1
   */
  public ThresholdPoint withinBudget(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be from 0 to 1, but is " + share);
    }
    int allowed = (int) Math.floor(share * rows + 1e-9);
    int place = Arrays.binarySearch(flagged, allowed);
    return point(place >= 0 ? place : -place - 2);
  }

  /**
   * The greatest threshold that finds at least a share of the positive rows: what it takes to miss
   * no more than the others.
   *
   * @param share of the positive rows, from 0 to 1
   */
  public ThresholdPoint withRecall(double share) {
    return best(point -> point.recall() >= share ? -point.flagged() : Double.NEGATIVE_INFINITY);
  }
}
