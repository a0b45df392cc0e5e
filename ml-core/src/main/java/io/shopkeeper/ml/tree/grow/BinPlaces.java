package io.shopkeeper.ml.tree.grow;

import io.shopkeeper.ml.tree.binning.BinnedRows;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where bins are in a histogram, which has 256 places for each group of features. Immutable and
 * safe for use by several threads.
 */
final class BinPlaces {

  static final int BINS = 256;

  private final int[] base;
  private final int[] begin;
  private final int[] counts;
  private final int[] common;
  private final int[] shared;
  private final int[] codes;

  BinPlaces(BinnedRows rows) {
    int width = rows.width();
    base = IntStream.range(0, width).map(feature -> rows.group(feature) * BINS).toArray();
    begin =
        IntStream.range(0, width)
            .map(feature -> rows.start(feature) + BinnedRows.turned(rows.group(feature)))
            .toArray();
    counts = IntStream.range(0, width).map(feature -> rows.bins(feature).count()).toArray();
    common = IntStream.range(0, width).map(rows::common).toArray();
    shared = IntStream.range(0, width).filter(feature -> rows.common(feature) >= 0).toArray();
    codes = IntStream.range(0, rows.groups()).map(rows::codes).toArray();
  }

  /** The first place of a feature's group. */
  int base(int feature) {
    return base[feature];
  }

  /** What a bin is added to, modulo {@value #BINS}, to have its place in the group. */
  int begin(int feature) {
    return begin[feature];
  }

  /** Where the sum of a bin is. */
  int place(int feature, int bin) {
    return base[feature] | ((bin + begin[feature]) & 0xFF);
  }

  /** An empty one. */
  long[] histogram() {
    return new long[codes.length * BINS];
  }

  /**
   * Sums of the bins that have no code: what the others leave of the node.
   *
   * @param histogram in which those are still 0
   */
  void complete(long[] histogram, long sum) {
    for (int feature : shared) {
      int last = base[feature] + BINS;
      int start = place(feature, 0);
      int end = start + counts[feature];
      long others = sum(histogram, start, Math.min(end, last));
      if (end > last) {
        others += sum(histogram, base[feature], end - BINS);
      }
      histogram[place(feature, common[feature])] = sum - others;
    }
  }

  /** In a loop of its own, so that it is done with vectors. */
  private static long sum(long[] values, int begin, int end) {
    long sum = 0;
    for (int i = begin; i < end; i++) {
      sum += values[i];
    }
    return sum;
  }

  /** Takes one histogram from another: what remains is the sibling's. */
  void subtract(long[] taken, long[] from) {
    for (int group = 0; group < codes.length; group++) {
      int first = group * BINS;
      int start = first + BinnedRows.turned(group);
      int end = start + codes[group];
      subtract(taken, from, start, Math.min(end, first + BINS));
      subtract(taken, from, first, end - BINS);
    }
  }

  private static void subtract(long[] taken, long[] from, int begin, int end) {
    for (int i = begin; i < end; i++) {
      from[i] -= taken[i];
    }
  }

  /** Empties one. */
  void clear(long[] histogram) {
    for (int group = 0; group < codes.length; group++) {
      int first = group * BINS;
      int start = first + BinnedRows.turned(group);
      int end = start + codes[group];
      Arrays.fill(histogram, start, Math.min(end, first + BINS), 0);
      if (end > first + BINS) {
        Arrays.fill(histogram, first, end - BINS, 0);
      }
    }
  }
}
