package io.shopkeeper.recommendation.pipeline;

import io.shopkeeper.recommendation.boundary.recipe.ProductFilter;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A filter, ready for many products. Immutable. */
final class Selection {

  private final ProductFilter filter;
  private final Set<String> products;
  private final Set<String> brands;

  Selection(ProductFilter filter) {
    this.filter = filter;
    this.products = Set.copyOf(filter.products());
    this.brands = Set.copyOf(filter.brands());
  }

  /** Whether the article meets every condition. */
  boolean has(Article article, Instant now) {
    return (products.isEmpty() || products.contains(article.id()))
        && (brands.isEmpty() || brands.contains(article.brand()))
        && (filter.categories().isEmpty() || isIn(filter.categories(), article))
        && (filter.priceFrom() == null
            || (article.price() != null && article.price().compareTo(filter.priceFrom()) >= 0))
        && (filter.priceTo() == null
            || (article.price() != null && article.price().compareTo(filter.priceTo()) <= 0))
        && (filter.stockTo() == null || article.stock() <= filter.stockTo())
        && (filter.newerThanDays() == null || article.daysOnSale(now) <= filter.newerThanDays());
  }

  static boolean isIn(List<String> categories, Article article) {
    for (String category : categories) {
      if (article.isIn(category)) {
        return true;
      }
    }
    return false;
  }
}
