package io.shopkeeper.fraud.boundary.review;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a review is taken for. */
public enum ReviewState {
  /** It looks like spam; nobody looked at it. */
  @JsonProperty("suspect")
  SUSPECT,
  /** It does not. */
  @JsonProperty("unsuspected")
  UNSUSPECTED,
  /** A person said that it is spam. */
  @JsonProperty("spam")
  SPAM,
  /** A person said that it is not. */
  @JsonProperty("genuine")
  GENUINE;

  /** Whether a person said so. */
  public boolean marked() {
    return this == SPAM || this == GENUINE;
  }
}
