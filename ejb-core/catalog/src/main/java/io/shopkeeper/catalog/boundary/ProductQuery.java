package io.shopkeeper.catalog.boundary;

/**
 * Which products to list, in the order of their ids.
 *
 * @param categoryPrefix a category and all below it; null for all
 * @param text words that id, titles or brand contain; null for all
 * @param cursor {@link ProductPage#nextCursor} of the page before; null for the first
 * @param limit 1 to 500
 * @param activeOnly without those that are not sold now
 */
public record ProductQuery(
    String categoryPrefix, String text, String cursor, int limit, boolean activeOnly) {

  public ProductQuery {
    limit = Math.clamp(limit, 1, 500);
  }
}
