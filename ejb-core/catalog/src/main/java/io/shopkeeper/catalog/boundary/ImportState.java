package io.shopkeeper.catalog.boundary;

/** Where an import is. */
public enum ImportState {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED
}
