package io.shopkeeper.recommendation.boundary.experiment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is counted of a visitor: acts on products that the placement has shown to that visitor, from
 * then until the window's end. More is better.
 */
public enum Metric {
  /** The share of visitors who clicked one. */
  @JsonProperty("click")
  CLICK,
  /** The share of visitors who put one into the cart. */
  @JsonProperty("cart")
  CART,
  /** The share of visitors who bought one. */
  @JsonProperty("purchase")
  PURCHASE,
  /** What a visitor paid for them: pieces times the product's price as it is now. */
  @JsonProperty("revenue")
  REVENUE;

  /** As it is written outside. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads how it is written.
   *
   * @throws IllegalArgumentException if there is no such metric
   */
  @JsonCreator
  public static Metric of(String word) {
    return Arrays.stream(values())
        .filter(metric -> metric.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be one of "
                        + Arrays.stream(values())
                            .map(Metric::word)
                            .collect(Collectors.joining(", "))));
  }
}
