package io.shopkeeper.recommendation.boundary.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** By what the candidates are ranked, before the rules weigh. */
public enum Rank {
  /** By what the sources gave together. */
  @JsonProperty("blend")
  BLEND,
  /**
   * By how probable it is that the visitor buys it, as the live model {@code purchase-ranking}
   * says; as {@link #BLEND} while none is live.
   */
  @JsonProperty("purchase")
  PURCHASE;

  /** As it is written in a recipe. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads how it is written.
   *
   * @throws IllegalArgumentException if there is no such way
   */
  @JsonCreator
  public static Rank of(String word) {
    for (Rank rank : values()) {
      if (rank.word().equals(word)) {
        return rank;
      }
    }
    throw new IllegalArgumentException("must be blend or purchase");
  }
}
