package io.shopkeeper.recommendation.pipeline;

import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.ml.content.Words;
import io.shopkeeper.ml.diversity.Traits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What of a product a recommendation has to know. Immutable.
 *
 * @param brand empty where there is none
 * @param onSale whether the shop sells it
 * @param from since when it is sold; null where that is not said
 * @param until when it stops being sold; null where that is not said
 * @param consumable what the attribute of that name says; empty where it says nothing
 * @param margin the share of the price that is the shop's own, 0 to 1; NaN where that is not said
 * @param words of its title, its brand, and each level of its category
 */
public record Article(
    String id,
    String titleEn,
    String titleZh,
    String categoryPath,
    String brand,
    BigDecimal price,
    int stock,
    boolean onSale,
    Instant from,
    Instant until,
    String consumable,
    double margin,
    List<String> words,
    Traits traits) {

  /** Of a product. */
  public static Article of(ProductData product) {
    List<String> words = words(product);
    return new Article(
        product.id(),
        product.title(Locale.ENGLISH),
        product.title(Locale.CHINESE),
        product.categoryPath(),
        product.brand() == null ? "" : product.brand(),
        product.price(),
        product.stock(),
        product.active(),
        product.availableFrom(),
        product.availableUntil(),
        product.attributes().getOrDefault("consumable", ""),
        margin(product),
        words,
        Traits.of(words));
  }

  private static List<String> words(ProductData product) {
    var words = new ArrayList<>(Words.ofText(product.title(Locale.ENGLISH)));
    words.addAll(Words.ofCategory(product.categoryPath()));
    if (product.brand() != null) {
      words.add("brand " + product.brand());
    }
    return List.copyOf(words);
  }

  private static double margin(ProductData product) {
    OptionalDouble margin = product.margin();
    return margin.isPresent() ? Math.clamp(margin.getAsDouble(), 0, 1) : Double.NaN;
  }

  /** The title in a language. */
  public String title(Locale locale) {
    return "zh".equals(locale.getLanguage()) ? titleZh : titleEn;
  }

  /** Whether it can be bought now. */
  public boolean isSold(Instant now) {
    return onSale
        && stock > 0
        && (from == null || !from.isAfter(now))
        && (until == null || until.isAfter(now));
  }

  /** Whether it is in a category or below it. */
  public boolean isIn(String category) {
    return categoryPath.startsWith(category)
        && (categoryPath.length() == category.length()
            || categoryPath.charAt(category.length()) == '/');
  }

  /** How many days it has been on sale; infinite where that is not said. */
  public double daysOnSale(Instant now) {
    return from == null
        ? Double.POSITIVE_INFINITY
        : Math.max(0, Duration.between(from, now).toMillis() / 86_400_000.0);
  }
}
