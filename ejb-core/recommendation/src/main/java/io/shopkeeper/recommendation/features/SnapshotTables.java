package io.shopkeeper.recommendation.features;

/** What a snapshot for recommendations holds: whoever writes it and whoever reads it agree here. */
final class SnapshotTables {

  static final String INTERACTIONS = "interactions";
  static final String USER = "user";
  static final String ITEM = "item";
  static final String WEIGHT = "weight";
  static final String TIME = "time";
  static final String PURCHASE = "purchase";

  /** One row for each item, in the order of their numbers. */
  static final String PRODUCTS = "products";

  static final String ID = "id";
  static final String CATEGORY = "category";
  static final String BRAND = "brand";
  static final String PRICE = "price";
  static final String TITLE = "title";

  private SnapshotTables() {}
}
