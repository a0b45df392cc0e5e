package io.shopkeeper.fraud.rules;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a feature is held against a number. What cannot be said never holds. */
public enum Comparison {
  @JsonProperty("at_least")
  AT_LEAST("at_least") {
    @Override
    boolean holds(double seen, double limit) {
      return seen >= limit;
    }
  },
  @JsonProperty("at_most")
  AT_MOST("at_most") {
    @Override
    boolean holds(double seen, double limit) {
      return seen <= limit;
    }
  };

  private final String code;

  Comparison(String code) {
    this.code = code;
  }

  /** As it is written. */
  public String code() {
    return code;
  }

  abstract boolean holds(double seen, double limit);
}
