package io.shopkeeper.catalog.boundary;

/**
 * A picture of a product, in the shop's files already.
 *
 * @param file its name below the shop's media
 */
public record ImageData(String productId, String file) {}
