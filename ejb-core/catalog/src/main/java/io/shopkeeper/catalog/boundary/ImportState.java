package io.shopkeeper.catalog.boundary;

/** How an import stands. */
public enum ImportState {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED,
  /** Done, and taken back. */
  UNDONE
}
