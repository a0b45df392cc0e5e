package io.shopkeeper.fraud.boundary.appeal;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of an appeal. */
public enum AppealState {
  /** A person is to look at it. */
  @JsonProperty("open")
  OPEN("open"),
  /** The payment was found to be good. */
  @JsonProperty("accepted")
  ACCEPTED("accepted"),
  /** It was found not to be. */
  @JsonProperty("declined")
  DECLINED("declined"),
  /** It was not taken: too many came from the same customer, card or device. */
  @JsonProperty("refused")
  REFUSED("refused");

  private final String code;

  AppealState(String code) {
    this.code = code;
  }

  /** As it is written. */
  public String code() {
    return code;
  }
}
