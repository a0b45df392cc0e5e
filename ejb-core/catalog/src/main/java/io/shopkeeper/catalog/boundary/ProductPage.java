package io.shopkeeper.catalog.boundary;

import java.util.List;

/**
 * A page of products.
 *
 * @param nextCursor null on the last page
 */
public record ProductPage(List<ProductData> items, String nextCursor) {}
