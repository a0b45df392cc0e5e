package io.shopkeeper.platform.boundary;

/** What an API key allows. */
public enum Scope {
  /** Send the shop's data: products, customers, orders, events, imports. */
  INGEST,
  /** Read data, recommendations, models and jobs. */
  READ,
  /** Ask for scores of transactions and predictions. */
  SCORE,
  /** Train, promote and roll back models, cancel jobs. */
  ADMIN
}
