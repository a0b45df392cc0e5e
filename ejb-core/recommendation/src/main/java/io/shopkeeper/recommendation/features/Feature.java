package io.shopkeeper.recommendation.features;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What is known of a candidate for one visitor at the moment of ranking. The order is part of
 * {@link #SET}: whoever adds, removes, moves or redefines one counts that up, and learns anew.
 */
public enum Feature {
  /** What the sources gave together, of the most that they could give; 0 to 1. */
  BLENDED,
  /** Score in the personal source's list, its first having 1 and its last 0.01; 0 if not in it. */
  PERSONAL_SCORE,
  SESSION_SCORE,
  SIMILAR_SCORE,
  TOGETHER_SCORE,
  CONTENT_SCORE,
  TRENDING_SCORE,
  NEW_SCORE,
  PICKS_SCORE,
  POPULAR_SCORE,
  /** 1 / place in the personal source's list; 0 if not in it. */
  PERSONAL_PLACE,
  SESSION_PLACE,
  SIMILAR_PLACE,
  TOGETHER_PLACE,
  CONTENT_PLACE,
  TRENDING_PLACE,
  NEW_PLACE,
  PICKS_PLACE,
  POPULAR_PLACE,
  /** How many sources have it. */
  SOURCES,
  /** ln(1 + how much it is liked these weeks). */
  TREND,
  /** ln(1 + how much it was liked when the model of recommendations was trained). */
  POPULARITY,
  /** ln of the price; missing without one. */
  PRICE,
  /** ln of the price over what the visitor usually turns to; missing where that is not known. */
  PRICE_RATIO,
  /** How far that is from 0, either way. */
  PRICE_DISTANCE,
  /** The part of what the visitor turned to that is of the same category; 0 to 1. */
  CATEGORY_SHARE,
  /** The same for the first level of the category. */
  DEPARTMENT_SHARE,
  /** The same for the brand. */
  BRAND_SHARE,
  /** 1 if it is of the category that the visitor turned to last, else 0. */
  LAST_CATEGORY,
  /** ln(1 + how often the visitor turned to it). */
  TIMES_TURNED_TO,
  /** ln(1 + days since the visitor turned to it last); missing for never. */
  DAYS_SINCE_TURNED_TO,
  /** 1 if it lies in the cart. */
  IN_CART,
  /** 1 if the visitor has it and does not need it again yet. */
  OWNED,
  /** ln(1 + days on sale); missing where that is not said. */
  DAYS_ON_SALE,
  /** ln(1 + stock). */
  STOCK,
  /** The shop's part of the price, 0 to 1; missing where that is not said. */
  MARGIN,
  /** ln(1 + acts of the visitor that say something). */
  ACTS,
  /** ln(1 + those of this session). */
  SESSION_ACTS,
  /** ln(1 + days since the last of them); missing where there is none. */
  DAYS_SINCE_ACT,
  /**
   * ln of the place at which it was shown. What stands higher is seen more: so that a product does
   * not get the credit of its place, the model learns with it, and ranks as if all stood first.
   */
  SHOWN_AT;

  /** The version of this list. */
  public static final int SET = 1;

  /** How many there are. */
  public static final int WIDTH = values().length;

  private static final List<Feature> ALL = List.of(values());
  private static final String BUNDLE = "io.shopkeeper.recommendation.features.features";

  /** All, in their order. */
  public static List<Feature> all() {
    return ALL;
  }

  /** Its place in a row, from 0: that of the list above, which is what a set is. */
  @SuppressWarnings("EnumOrdinal")
  public int column() {
    return ordinal();
  }

  /** As models and tables call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As people call it. */
  public String label(Locale locale) {
    Locale language = "zh".equals(locale.getLanguage()) ? Locale.CHINESE : Locale.ROOT;
    return ResourceBundle.getBundle(
            BUNDLE,
            language,
            Feature.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(word());
  }
}
