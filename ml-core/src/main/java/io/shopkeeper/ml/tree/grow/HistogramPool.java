package io.shopkeeper.ml.tree.grow;

import java.util.concurrent.ConcurrentLinkedQueue;

/** Histograms that are used again and again. Safe for use by several threads. */
final class HistogramPool {

  private final BinPlaces places;
  private final ConcurrentLinkedQueue<long[]> free = new ConcurrentLinkedQueue<>();

  HistogramPool(BinPlaces places) {
    this.places = places;
  }

  /** An empty one. */
  long[] take() {
    long[] histogram = free.poll();
    if (histogram == null) {
      return places.histogram();
    }
    places.clear(histogram);
    return histogram;
  }

  void giveBack(long[] histogram) {
    free.add(histogram);
  }
}
