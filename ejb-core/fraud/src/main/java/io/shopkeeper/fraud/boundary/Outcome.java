package io.shopkeeper.fraud.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What to do with a payment; from the mildest to the hardest, which wins. */
public enum Outcome {
  /** Let it pass. */
  @JsonProperty("allow")
  ALLOW("allow"),
  /** Let the payer confirm it, such as with the bank. */
  @JsonProperty("challenge")
  CHALLENGE("challenge"),
  /** Let a person look at it before anything is delivered. */
  @JsonProperty("review")
  REVIEW("review"),
  /** Refuse it. */
  @JsonProperty("block")
  BLOCK("block");

  private final String code;

  Outcome(String code) {
    this.code = code;
  }

  /** As it is written. */
  public String code() {
    return code;
  }

  /** The harder of two. */
  public Outcome and(Outcome other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
