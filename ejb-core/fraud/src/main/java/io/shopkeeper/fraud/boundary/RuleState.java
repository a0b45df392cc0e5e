package io.shopkeeper.fraud.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a version of a rule is in its life. */
public enum RuleState {
  /** Being written; judges nothing. */
  @JsonProperty("draft")
  DRAFT,
  /** Waits for somebody else to look at it. */
  @JsonProperty("asked")
  ASKED,
  /** Judges payments, or is on trial. Never changed again. */
  @JsonProperty("published")
  PUBLISHED,
  /** Judged once; kept to explain old decisions. */
  @JsonProperty("retired")
  RETIRED
}
