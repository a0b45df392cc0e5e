package io.shopkeeper.ml.evaluation;

import java.util.Arrays;

/**
 * A metric of two models on the same units, such as users: where more is better.
 *
 * @param candidate mean of the model that is judged
 * @param opponent mean of the one that it stands beside
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
