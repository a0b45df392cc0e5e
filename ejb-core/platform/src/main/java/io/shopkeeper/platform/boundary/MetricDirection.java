package io.shopkeeper.platform.boundary;

import java.util.Set;
import java.util.regex.Pattern;

/** Whether more of a metric is better. */
public enum MetricDirection {
  HIGHER_IS_BETTER,
  LOWER_IS_BETTER,
  /** Says how much was looked at, or how far something is from what was stated. */
  NEITHER;

  private static final Set<String> LOWER =
      Set.of(
          "rmse",
          "mae",
          "wape",
          "mase",
          "rmsse",
          "pinball",
          "log_loss",
          "brier",
          "ece",
          "loss",
          "seconds",
          "latency_ms");

  /** How many there are, or a share that is best where it is what was stated. */
  private static final Set<String> OTHERS =
      Set.of(
          "users", "items", "examples", "rows", "customers", "total", "bias", "cover80", "cover95");

  /** What is measured of customers in two ways. */
  private static final Pattern OF_WHAT = Pattern.compile("^(value|purchases)_");

  /** Of a metric by its name. */
  public static MetricDirection of(String metric) {
    String figure = OF_WHAT.matcher(metric).replaceFirst("");
    return LOWER.contains(figure)
        ? LOWER_IS_BETTER
        : OTHERS.contains(figure) ? NEITHER : HIGHER_IS_BETTER;
  }
}
