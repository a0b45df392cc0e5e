package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.PairedComparison;
import java.util.List;

/**
 * A metric of each user or session: what is drawn together when models are compared.
 *
 * @param metric its name
 * @param sums of each unit
 * @param counts how many values each unit's sum is of
 */
record Units(String metric, double[] sums, int[] counts) {

  private static final List<String> COLUMNS = List.of("beside", "difference", "low", "high", "p");

  /** The mean over all values, each unit counted so often. */
  private double mean(int[] times) {
    double sum = 0;
    long count = 0;
    for (int unit = 0; unit < sums.length; unit++) {
      sum += times[unit] * sums[unit];
      count += (long) times[unit] * counts[unit];
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /**
   * How much more than another model on the same units, with an interval of 95 % by the paired
   * bootstrap.
   *
   * @throws IllegalArgumentException if the other has other units
   */
  PairedComparison less(Units other, long seed) {
    if (other.sums.length != sums.length || !other.metric.equals(metric)) {
      throw new IllegalArgumentException(
          "cannot compare %d units of %s with %d of %s"
              .formatted(sums.length, metric, other.sums.length, other.metric));
    }
    return PairedComparison.of(new Bootstrap(seed), sums.length, this::mean, other::mean);
  }

  /**
   * The table of one comparison.
   *
   * @param main what this is of
   */
  SideTable less(String main, Units other, String beside, long seed) {
    PairedComparison found = less(other, seed);
    return new SideTable(
        "comparison",
        "%s less %s, paired, 95 %%".formatted(main, beside),
        metric,
        COLUMNS,
        List.of(
            List.of(
                beside,
                found.difference(),
                found.interval().low(),
                found.interval().high(),
                found.probability())));
  }
}
