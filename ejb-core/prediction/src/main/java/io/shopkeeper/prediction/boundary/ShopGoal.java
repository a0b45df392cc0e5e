package io.shopkeeper.prediction.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is foretold of the shop's customers. */
public enum ShopGoal {
  /** Whether a customer orders anything within the days that follow. */
  @JsonProperty("buys")
  BUYS,
  /** Whether somebody who has ordered within a year orders nothing. */
  @JsonProperty("leaves")
  LEAVES,
  /** In which category somebody who orders does so first. */
  @JsonProperty("next_category")
  NEXT_CATEGORY,
  /** How much somebody who has ordered within a year spends. */
  @JsonProperty("spends")
  SPENDS,
  /** Whether a customer orders a certain product. */
  @JsonProperty("buys_product")
  BUYS_PRODUCT;

  /** As it is written outside; also the name of the column that is foretold. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By its code. */
  public static Optional<ShopGoal> of(String code) {
    return Stream.of(values()).filter(goal -> goal.code().equals(code)).findFirst();
  }
}
