package io.shopkeeper.ml.kernel.vector;

import io.shopkeeper.ml.kernel.TopHeap;

/** Finds the neighbours of one row after the other. For one thread. */
interface RowSweep {

  /** The neighbours of the row at a place of the order; valid until the next call. */
  TopHeap row(int place);
}
