package io.shopkeeper.catalog.boundary.quality;

/** What a monitor measures, and when it alerts. */
public enum MonitorType {
  /** Hours since the last row came in; alerts above the threshold. */
  FRESHNESS,
  /**
   * Rows of the last day by the median of the same day in four weeks; alerts below t or above 1/t.
   */
  VOLUME,
  /** By how much more often a field is empty in the last week than before. */
  NULL_RATE,
  /** Fields that the last import brought anew or lacked, beside the one before. */
  SCHEMA,
  /** Population stability index of a field, last week against before. */
  DISTRIBUTION,
  /** Share of quarantined rows in the last import. */
  QUARANTINE;

  /** Whether a value is to be alerted. */
  public boolean breached(double value, double threshold) {
    return this == VOLUME ? value < threshold || value > 1 / threshold : value > threshold;
  }
}
