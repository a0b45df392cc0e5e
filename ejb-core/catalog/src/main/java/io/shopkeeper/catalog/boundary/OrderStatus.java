package io.shopkeeper.catalog.boundary;

/** Where an order is. */
public enum OrderStatus {
  PLACED,
  PAID,
  SHIPPED,
  DELIVERED,
  CANCELLED,
  RETURNED
}
