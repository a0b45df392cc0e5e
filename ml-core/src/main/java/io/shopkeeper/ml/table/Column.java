package io.shopkeeper.ml.table;

/**
 * One column of a table. Immutable: arrays that were handed over are changed no more. Any cell may
 * be missing.
 */
public sealed interface Column permits NumberColumn, CategoryColumn, TextColumn {

  /** Unique in its table. */
  String name();

  /** Cells. */
  int rows();

  /** Those rows, in that order; rows may be repeated. */
  Column select(int[] chosen);
}
