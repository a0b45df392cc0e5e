package io.shopkeeper.catalog.boundary;

/** What became of one row. */
public enum RowStatus {
  /** Stored as it came. */
  ACCEPTED,
  /** Stored after a small mend, such as trimmed space. */
  REPAIRED,
  /** Stored before; nothing was done. */
  DUPLICATE,
  /** Set aside with the reasons, to be mended. */
  QUARANTINED
}
