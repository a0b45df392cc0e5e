package io.shopkeeper.training.snapshot;

/** What the cells of a column are. */
enum ColumnType {
  INT(4),
  LONG(8),
  FLOAT(4),
  /** UTF-8 behind its length. */
  TEXT(4);

  private final int leastBytes;

  ColumnType(int leastBytes) {
    this.leastBytes = leastBytes;
  }

  /** Bytes of a cell, or the fewest. */
  int leastBytes() {
    return leastBytes;
  }
}
