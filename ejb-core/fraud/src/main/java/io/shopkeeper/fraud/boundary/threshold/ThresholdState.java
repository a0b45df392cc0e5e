package io.shopkeeper.fraud.boundary.threshold;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a change of thresholds is in its life. */
public enum ThresholdState {
  /** Waits for somebody else to look at it. */
  @JsonProperty("asked")
  ASKED,
  /** Published; payments are judged by it until the next. */
  @JsonProperty("published")
  PUBLISHED,
  /** Withdrawn, or refused by who was to publish it. */
  @JsonProperty("withdrawn")
  WITHDRAWN,
  /** Published once, and taken back: those before it hold again. */
  @JsonProperty("undone")
  UNDONE
}
