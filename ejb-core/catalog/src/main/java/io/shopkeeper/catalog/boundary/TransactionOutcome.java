package io.shopkeeper.catalog.boundary;

/** What a payment turned out to be. */
public enum TransactionOutcome {
  FRAUD,
  CLEARED,
  CHARGEBACK
}
