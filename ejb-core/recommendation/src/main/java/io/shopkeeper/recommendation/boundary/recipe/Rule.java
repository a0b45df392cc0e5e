package io.shopkeeper.recommendation.boundary.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What the shop wants of a placement's list. Rules that hide are stronger than all others, pins
 * than those that are left; a rule without a filter holds for every product.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Rule.Pin.class, name = "pin"),
  @JsonSubTypes.Type(value = Rule.Bury.class, name = "bury"),
  @JsonSubTypes.Type(value = Rule.Boost.class, name = "boost"),
  @JsonSubTypes.Type(value = Rule.Only.class, name = "only"),
  @JsonSubTypes.Type(value = Rule.Exclude.class, name = "exclude"),
  @JsonSubTypes.Type(value = Rule.Cap.class, name = "cap"),
  @JsonSubTypes.Type(value = Rule.HideCart.class, name = "hideCart"),
  @JsonSubTypes.Type(value = Rule.HideBought.class, name = "hideBought"),
  @JsonSubTypes.Type(value = Rule.Available.class, name = "available")
})
public sealed interface Rule {

  /**
   * A product gets a place, whatever its score.
   *
   * @param place from 1
   */
  record Pin(String product, int place) implements Rule {}

  /** Products are shown only where nothing else is left. */
  record Bury(ProductFilter filter) implements Rule {
    public Bury {
      filter = orAll(filter);
    }
  }

  /**
   * Products count more, or less: their score times 1 + strength × quality.
   *
   * @param by what of them, 0 to 1
   * @param strength −1 to 10, not 0
   */
  record Boost(Quality by, double strength, ProductFilter filter) implements Rule {
    public Boost {
      by = by == null ? Quality.MATCH : by;
      filter = orAll(filter);
    }
  }

  /** Nothing but these is shown. */
  record Only(ProductFilter filter) implements Rule {
    public Only {
      filter = orAll(filter);
    }
  }

  /** These are not shown. */
  record Exclude(ProductFilter filter) implements Rule {
    public Exclude {
      filter = orAll(filter);
    }
  }

  /** No more than so many of one brand or category; pinned products count, but always come. */
  record Cap(Trait trait, int most) implements Rule {}

  /**
   * What lies in the cart is not shown.
   *
   * @param days for so long after it was put there, if it was not bought; 0 for always
   */
  record HideCart(int days) implements Rule {}

  /**
   * What the visitor bought or rated is not shown.
   *
   * @param againCategories what is used up and bought again: these categories and those below them
   * @param againAfterDays when such a product may be shown again
   */
  record HideBought(
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> againCategories, int againAfterDays)
      implements Rule {
    public HideBought {
      againCategories = againCategories == null ? List.of() : List.copyOf(againCategories);
    }
  }

  /**
   * Products are shown in a time only.
   *
   * @param from null for as long ago as may be
   * @param until exclusive; null for ever
   */
  record Available(
      ProductFilter filter,
      @JsonInclude(JsonInclude.Include.NON_NULL) Instant from,
      @JsonInclude(JsonInclude.Include.NON_NULL) Instant until)
      implements Rule {
    public Available {
      filter = orAll(filter);
    }
  }

  /** What makes a product count more. */
  enum Quality {
    /** That it meets the filter. */
    @JsonProperty("match")
    MATCH,
    /**
     * The share of the price that is the shop's own: attribute {@code margin}, or of {@code cost}.
     */
    @JsonProperty("margin")
    MARGIN,
    /** How many pieces there are. */
    @JsonProperty("stock")
    STOCK,
    /** How short a time it has been on sale. */
    @JsonProperty("newness")
    NEWNESS;

    /** As it is written in a recipe. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads how it is written.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static Quality of(String word) {
      for (Quality quality : values()) {
        if (quality.word().equals(word)) {
          return quality;
        }
      }
      throw new IllegalArgumentException("must be match, margin, stock or newness");
    }
  }

  /** What products have in common. */
  enum Trait {
    /** The brand. */
    @JsonProperty("brand")
    BRAND,
    /** The whole path of the category. */
    @JsonProperty("category")
    CATEGORY;

    /** As it is written in a recipe. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads how it is written.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static Trait of(String word) {
      for (Trait trait : values()) {
        if (trait.word().equals(word)) {
          return trait;
        }
      }
      throw new IllegalArgumentException("must be brand or category");
    }
  }

  private static ProductFilter orAll(ProductFilter filter) {
    return filter == null ? ProductFilter.ALL : filter;
  }
}
