package io.shopkeeper.prediction.boundary;

/** The names in the registry of models that learn from the shop itself, not from a data set. */
public final class ShopModels {

  /** Says what customers are worth. */
  public static final String CUSTOMER_VALUE = "customer-value";

  /** Foretells what will be sold of products. */
  public static final String DEMAND_FORECAST = "demand-forecast";

  private ShopModels() {}
}
