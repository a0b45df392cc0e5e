package io.shopkeeper.prediction.features;

import io.shopkeeper.catalog.boundary.ProductData;

/**
 * What a product is, which does not change with time: only its state of today is kept, so that
 * nothing is here that moves, such as price or stock.
 *
 * @param category the first level of its category; null if unknown
 * @param availableFrom when it came into the shop, in milliseconds since 1970; null if unknown
 */
public record ProductTrait(String category, Long availableFrom) {

  /** Of a product that the shop no longer knows. */
  public static final ProductTrait UNKNOWN = new ProductTrait(null, null);

  /** Of what the catalog says. */
  public static ProductTrait of(ProductData product) {
    return new ProductTrait(
        department(product.categoryPath()),
        product.availableFrom() == null ? null : product.availableFrom().toEpochMilli());
  }

  /** Of a category's path, such as {@code Home/Kitchen/Knives}. */
  public static String department(String path) {
    if (path == null || path.isBlank()) {
      return null;
    }
    int end = path.indexOf('/');
    return end < 0 ? path : path.substring(0, end);
  }
}
