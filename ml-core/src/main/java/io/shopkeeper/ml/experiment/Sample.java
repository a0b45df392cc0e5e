package io.shopkeeper.ml.experiment;

/**
 * What an arm's units did in one metric, as much of it as comparisons need.
 *
 * @param units how many
 * @param mean the metric's value: a mean per unit, or a ratio of means
 * @param variance of one unit's part in it, so that the mean's squared error is variance / units;
 *     NaN of fewer than 2 units
 */
public record Sample(long units, double mean, double variance) {

  /** How far the mean may be from what it is a guess of: one standard deviation of it. */
  public double standardError() {
    return Math.sqrt(variance / units);
  }

  /** Whether there is enough to compare: units that differ. */
  boolean says() {
    return units >= 2 && variance >= 0 && !Double.isNaN(mean);
  }

  /**
   * Units of which some did something and the others not.
   *
   * @param hits of the units
   */
  public static Sample ofShare(long hits, long units) {
    double share = (double) hits / units;
    return new Sample(units, share, share * (1 - share) * units / (units - 1.0));
  }

  /**
   * Units with a number each, from sums: what a database counts.
   *
   * @param sum of the numbers
   * @param squares sum of their squares
   */
  public static Sample ofSums(long units, double sum, double squares) {
    double mean = sum / units;
    double variance = units < 2 ? Double.NaN : (squares - sum * mean) / (units - 1);
    return new Sample(units, mean, Math.max(0, variance));
  }

  /**
   * A ratio of two sums over the same units, such as clicks by impressions, its variance by the
   * delta method: one unit's part is (y − R·x) / x̄ (A. Deng, U. Knoblich, J. Lu, "Applying the
   * Delta Method in Metric Analytics", KDD 2018). A bare share of all impressions would take a
   * visitor's impressions for independent.
   *
   * @param above sums of y: its sum, that of its squares
   * @param below sums of x
   * @param products sum of x·y
   */
  public static Sample ofRatio(long units, Sums above, Sums below, double products) {
    double ratio = above.sum() / below.sum();
    double squares = above.squares() - 2 * ratio * products + ratio * ratio * below.squares();
    double mean = below.sum() / units;
    double variance = units < 2 ? Double.NaN : Math.max(0, squares) / (units - 1) / (mean * mean);
    return new Sample(units, ratio, variance);
  }

  /**
   * Of one number of every unit.
   *
   * @param sum of the numbers
   * @param squares sum of their squares
   */
  public record Sums(double sum, double squares) {}
}
