package io.shopkeeper.platform.boundary;

import java.util.Set;

/** Whether more of a metric is better. */
public enum MetricDirection {
  HIGHER_IS_BETTER,
  LOWER_IS_BETTER,
  /** Says how much was looked at, not how good it is. */
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
  private static final Set<String> COUNTS = Set.of("users", "items", "examples", "rows");

  /** Of a metric by its name. */
  public static MetricDirection of(String metric) {
    return LOWER.contains(metric)
        ? LOWER_IS_BETTER
        : COUNTS.contains(metric) ? NEITHER : HIGHER_IS_BETTER;
  }
}
