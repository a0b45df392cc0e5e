package io.shopkeeper.recommendation.boundary.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.shopkeeper.recommendation.boundary.Spelling;
import java.util.Locale;

/** Where products come from. */
public enum SourceKind {
  /**
   * The live model ranks for what the visitor did; a model that only counts ranks by its counts.
   */
  @JsonProperty("personal")
  PERSONAL(true),
  /** What was met in the sessions most like the running one. */
  @JsonProperty("session")
  SESSION(true),
  /** What the live model finds near the product whose page is looked at. */
  @JsonProperty("similar")
  SIMILAR(true),
  /** What is bought together with the page's product, else the cart, else the last purchase. */
  @JsonProperty("together")
  TOGETHER(true),
  /** Like what the visitor turned to last, by title, brand and category. */
  @JsonProperty("content")
  CONTENT(true),
  /** Liked by many these weeks. */
  @JsonProperty("trending")
  TRENDING(false),
  /** On sale since a short time, the newest first. */
  @JsonProperty("new")
  NEW(false),
  /** Products that the shop names, in its order. */
  @JsonProperty("picks")
  PICKS(false),
  /** Liked by many when the model was trained. */
  @JsonProperty("popular")
  POPULAR(false),
  /** All that is sold, in the order of the ids. */
  @JsonProperty("assortment")
  ASSORTMENT(false);

  private final boolean visitor;

  SourceKind(boolean visitor) {
    this.visitor = visitor;
  }

  /** Whether it looks at what the visitor did or does. */
  public boolean asksForVisitor() {
    return visitor;
  }

  /** As it is written in a recipe. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads how it is written.
   *
   * @throws IllegalArgumentException if there is no such source
   */
  @JsonCreator
  public static SourceKind of(String word) {
    return Spelling.read(values(), SourceKind::word, word);
  }
}
