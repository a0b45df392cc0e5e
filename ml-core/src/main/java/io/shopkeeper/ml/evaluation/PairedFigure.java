package io.shopkeeper.ml.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A metric of two models on the same units, such as users.
 *
 * @param candidate that of the model that is judged
 * @param opponent that of the one that it stands beside
 * @param interval 95 % of candidate − opponent, by the paired bootstrap; unknown ends are NaN
 * @param units how many there are, 0 and more
 */
public record PairedFigure(double candidate, double opponent, Interval interval, int units) {

  /**
   * Of both values of each unit.
   *
   * @param seed of the bootstrap
   * @throws IllegalArgumentException if there are not as many of one as of the other
   */
  public static PairedFigure of(double[] candidate, double[] opponent, long seed) {
    if (candidate.length != opponent.length) {
      throw new IllegalArgumentException(
          "both must be measured on the same units, but are on %d and %d"
              .formatted(candidate.length, opponent.length));
    }
    if (candidate.length == 0) {
      return new PairedFigure(Double.NaN, Double.NaN, Interval.UNKNOWN, 0);
    }
    double[] differences = new double[candidate.length];
    Arrays.setAll(differences, unit -> candidate[unit] - opponent[unit]);
    Interval interval =
        new Bootstrap(seed).ofCounts(differences.length, times -> mean(differences, times));
    return new PairedFigure(mean(candidate), mean(opponent), interval, candidate.length);
  }

  /**
   * Figures that are no means of units, such as an AUC or a ratio of sums.
   *
   * @param units that are drawn, how many there are
   * @param count of the figures
   * @param candidate its figures from how often each unit counts; safe for several threads
   * @param opponent the other's
   * @return in their order
   */
  public static List<PairedFigure> ofAll(
      int units,
      int count,
      Function<int[], double[]> candidate,
      Function<int[], double[]> opponent,
      Bootstrap bootstrap) {
    int[] once = new int[units];
    Arrays.fill(once, 1);
    double[] ours = candidate.apply(once);
    double[] theirs = opponent.apply(once);
    List<Interval> intervals =
        bootstrap.ofAll(
            units,
            count,
            times -> {
              double[] difference = candidate.apply(times);
              double[] other = opponent.apply(times);
              Arrays.setAll(difference, figure -> difference[figure] - other[figure]);
              return difference;
            });
    return IntStream.range(0, count)
        .mapToObj(
            figure -> new PairedFigure(ours[figure], theirs[figure], intervals.get(figure), units))
        .toList();
  }

  /** The same with its sign changed: a metric of which less is better as one where more is. */
  public PairedFigure reversed() {
    return new PairedFigure(
        -candidate, -opponent, new Interval(-interval.high(), -interval.low()), units);
  }

  /** How much more the candidate has. */
  public double difference() {
    return candidate - opponent;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double mean(double[] values, int[] times) {
    double sum = 0;
    for (int unit = 0; unit < values.length; unit++) {
      sum += times[unit] * values[unit];
    }
    return sum / values.length;
  }
}
