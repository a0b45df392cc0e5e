package io.shopkeeper.fraud.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What comes of it that a rule holds. */
public enum Effect {
  /** It decides. */
  @JsonProperty("live")
  LIVE,
  /** It is kept and shown: the rule is on trial. */
  @JsonProperty("shadow")
  SHADOW,
  /** It is kept and shown: the rule was told to be quiet. */
  @JsonProperty("snoozed")
  SNOOZED
}
