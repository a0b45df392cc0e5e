package io.shopkeeper.fraud.boundary.attempt;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody tries. */
public enum AttemptKind {
  /** To get into an account. */
  @JsonProperty("login")
  LOGIN("login"),
  /** To make one. */
  @JsonProperty("signup")
  SIGNUP("signup");

  private final String code;

  AttemptKind(String code) {
    this.code = code;
  }

  /** As it is written. */
  public String code() {
    return code;
  }
}
