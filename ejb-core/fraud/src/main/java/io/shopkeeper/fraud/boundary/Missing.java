package io.shopkeeper.fraud.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be missing when a payment is judged. */
public enum Missing {
  /** The database: decisions are kept in a journal until it answers. */
  @JsonProperty("storage")
  STORAGE("storage"),
  /** Earlier payments that are not in memory yet. */
  @JsonProperty("history")
  HISTORY("history"),
  /** A model that answers in time; or any, though that is no outage. */
  @JsonProperty("model")
  MODEL("model"),
  /** Features that were worked out in time. */
  @JsonProperty("features")
  FEATURES("features");

  private final String code;

  Missing(String code) {
    this.code = code;
  }

  /** As it is written in a decision. */
  public String code() {
    return code;
  }
}
