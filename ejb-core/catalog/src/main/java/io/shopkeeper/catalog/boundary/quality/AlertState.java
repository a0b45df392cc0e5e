package io.shopkeeper.catalog.boundary.quality;

/** Where an alert is in its life. */
public enum AlertState {
  /** Nobody has looked yet. */
  OPEN,
  /** Somebody looks after it. */
  ACKNOWLEDGED,
  /** The data are as they should be again. */
  RESOLVED
}
