package io.shopkeeper.catalog.boundary;

/** Where a payment is. */
public enum TransactionStatus {
  PENDING,
  AUTHORISED,
  CAPTURED,
  DECLINED,
  REFUNDED,
  VOIDED
}
