package io.shopkeeper.ml.forecast;

import java.util.Arrays;
import java.util.Optional;

/**
 * What was sold of one product, week by week, from the first week in which it sold. Immutable; the
 * arrays must not be changed.
 *
 * @param category of the product; empty where it has none
 * @param end the first week of which nothing is known; weeks are counted from any Monday
 * @param units sold in each week, finite, 0 or more; the last is the week before the end
 * @param prices mean price of a unit in each week; NaN where nothing was sold or no price is known
 */
public record DemandHistory(String category, int end, double[] units, double[] prices) {

  public DemandHistory {
    if (units.length != prices.length) {
      throw new IllegalArgumentException(
          "%d weeks of units, but %d of prices".formatted(units.length, prices.length));
    }
    for (double one : units) {
      if (!(one >= 0 && Double.isFinite(one))) {
        throw new IllegalArgumentException("units must be 0 or more, but are " + one);
      }
    }
  }

  /** How many weeks are known. */
  public int weeks() {
    return units.length;
  }

  /** The first week. */
  public int begin() {
    return end - units.length;
  }

  /** What was sold in a week; empty where that is not known. */
  public Optional<Double> in(int week) {
    return week >= begin() && week < end ? Optional.of(units[week - begin()]) : Optional.empty();
  }

  /** What was known before a week. */
  public DemandHistory before(int week) {
    if (week >= end) {
      return this;
    }
    int count = Math.max(0, week - begin());
    return new DemandHistory(
        category, week, Arrays.copyOf(units, count), Arrays.copyOf(prices, count));
  }

  /** The mean of the last weeks, or of all where there are fewer. */
  double meanOfLast(int count) {
    int from = Math.max(0, units.length - count);
    return Arrays.stream(units, from, units.length).average().orElse(0);
  }

  /** How much the last weeks differed from their mean: the root of the mean square. */
  double spreadOfLast(int count) {
    int from = Math.max(0, units.length - count);
    double mean = meanOfLast(count);
    return Math.sqrt(
        Arrays.stream(units, from, units.length)
            .map(one -> (one - mean) * (one - mean))
            .average()
            .orElse(0));
  }

  /** The share of the last weeks in which anything was sold. */
  double sellingShare(int count) {
    int from = Math.max(0, units.length - count);
    long selling = Arrays.stream(units, from, units.length).filter(one -> one > 0).count();
    return units.length == 0 ? 0 : (double) selling / (units.length - from);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DemandHistory that
        && category.equals(that.category)
        && end == that.end
        && Arrays.equals(units, that.units)
        && Arrays.equals(prices, that.prices);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * category.hashCode() + end) + Arrays.hashCode(units);
  }

  @Override
  public String toString() {
    return "DemandHistory[category=%s, end=%d, units=%s]"
        .formatted(category, end, Arrays.toString(units));
  }
}
