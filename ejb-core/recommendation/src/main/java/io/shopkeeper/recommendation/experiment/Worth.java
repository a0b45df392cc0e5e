package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.catalog.boundary.ProductData;

/**
 * What a piece of a product brings.
 *
 * @param currency null where the shop does not know the product any more
 * @param margin the share of the price that is the shop's own; NaN where the shop has not said it
 */
record Worth(double price, String currency, double margin) {

  /** Of a product that the shop does not know. */
  static final Worth UNKNOWN = new Worth(0, null, Double.NaN);

  static Worth of(ProductData product) {
    return new Worth(
        product.price() == null ? 0 : product.price().doubleValue(),
        product.currency(),
        product.margin().orElse(Double.NaN));
  }
}
