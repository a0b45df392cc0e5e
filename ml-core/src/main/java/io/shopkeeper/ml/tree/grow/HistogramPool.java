package io.shopkeeper.ml.tree.grow;

import io.shopkeeper.ml.tree.binning.BinnedRows;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Histograms that are used again and again. Safe for use by several threads. */
final class HistogramPool {

  private final BinnedRows rows;
  private final ConcurrentLinkedQueue<long[]> free = new ConcurrentLinkedQueue<>();

  HistogramPool(BinnedRows rows) {
    this.rows = rows;
  }

  /** An empty one. */
  long[] take() {
    long[] histogram = free.poll();
    if (histogram == null) {
      return Accumulation.histogram(rows.width());
    }
    for (int feature = 0; feature < rows.width(); feature++) {
      Accumulation.clear(histogram, feature, rows.bins(feature).count());
    }
    return histogram;
  }

  void giveBack(long[] histogram) {
    free.add(histogram);
  }
}
