package io.shopkeeper.ml.table;

/** What is to be predicted, one for each row; never missing. */
public sealed interface Target permits ClassTarget, NumberTarget {

  /** Values. */
  int rows();

  /** Those rows, in that order; rows may be repeated. */
  Target select(int[] chosen);
}
