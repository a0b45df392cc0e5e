package io.shopkeeper.recommendation.boundary.experiment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.shopkeeper.recommendation.boundary.Spelling;
import java.util.Locale;

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
  REVENUE,
  /**
   * What of that is the shop's own, as far as the shop has said it of the products; the figures say
   * of how many purchases it has not.
   */
  @JsonProperty("margin")
  MARGIN;

  /** As it is written outside. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is money for each visitor; else it is a share of the visitors. */
  public boolean isMoney() {
    return this == REVENUE || this == MARGIN;
  }

  /**
   * Reads how it is written.
   *
   * @throws IllegalArgumentException if there is no such metric
   */
  @JsonCreator
  public static Metric of(String word) {
    return Spelling.read(values(), Metric::word, word);
  }
}
