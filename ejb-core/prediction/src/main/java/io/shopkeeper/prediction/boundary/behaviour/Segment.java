package io.shopkeeper.prediction.boundary.behaviour;

/** Whose behaviour. A purchase is an order that was neither cancelled nor returned. */
public enum Segment {
  EVERYBODY,
  /** Who is no customer as far as the shop knows. */
  VISITORS,
  /** Who is a customer, with or without an order. */
  CUSTOMERS,
  /** Who has no purchase up to the end of the period. */
  NEVER_BOUGHT,
  /** Whose first purchase is within the period. */
  FIRST_BOUGHT,
  /** Whose first purchase was before the period. */
  BOUGHT_BEFORE
}
