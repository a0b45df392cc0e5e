package io.shopkeeper.recommendation.boundary.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How the sources' lists become one. */
public enum Merge {
  /** By the scores, each source's brought to one scale. */
  @JsonProperty("scores")
  SCORES,
  /** By the places alone: right where the scores of the sources have nothing in common. */
  @JsonProperty("ranks")
  RANKS;

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
  public static Merge of(String word) {
    for (Merge merge : values()) {
      if (merge.word().equals(word)) {
        return merge;
      }
    }
    throw new IllegalArgumentException("must be scores or ranks");
  }
}
