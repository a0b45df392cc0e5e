package io.shopkeeper.ml.tree.binning;

import java.util.Arrays;

/**
 * Cuts between values. Where there are no more distinct values than bins, each has its own; else a
 * value that fills a bin has its own and the others share the rest evenly.
 */
final class Quantiles {

  /** Distinct ones, rising; beyond as many as there are counts it has no meaning. */
  private final float[] values;

  private final int[] counts;
  private final int total;

  /**
   * Takes the values for itself: they are sorted, and the distinct ones moved to the front.
   *
   * @param sample any values; NaN is passed over
   */
  Quantiles(float[] sample) {
    Arrays.sort(sample);
    values = sample;
    counts = new int[distinct(sample)];
    int size = 0;
    int present = 0;
    // Sorted, NaN is at the end, and −0 before 0, which compare as equal.
    for (; present < sample.length && !Float.isNaN(sample[present]); present++) {
      if (size == 0 || sample[size - 1] != sample[present]) {
        sample[size++] = sample[present];
      }
      counts[size - 1]++;
    }
    total = present;
  }

  private static int distinct(float[] sorted) {
    int distinct = 0;
    for (int i = 0; i < sorted.length && !Float.isNaN(sorted[i]); i++) {
      distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
    }
    return distinct;
  }

  /**
   * Cuts for at most so many bins.
   *
   * @return rising, at most {@code bins − 1}
   */
  float[] cuts(int bins) {
    float[] cuts = new float[Math.clamp(counts.length - 1L, 0, bins)];
    int size = 0;
    boolean all = counts.length <= bins;
    double share = share(bins);
    double filled = 0;
    for (int i = 0; i + 1 < counts.length; i++) {
      filled += counts[i];
      boolean heavyNext = counts[i + 1] >= share;
      if (all || (size < bins - 1 && (filled >= share || (heavyNext && filled >= share / 2)))) {
        cuts[size++] = between(values[i], values[i + 1]);
        filled = 0;
      }
    }
    return Arrays.copyOf(cuts, size);
  }

  /** What a bin should hold once the values that fill one by themselves have theirs. */
  private double share(int bins) {
    double share = (double) total / bins;
    for (boolean changed = true; changed; ) {
      int heavy = 0;
      double rest = total;
      for (int count : counts) {
        if (count >= share) {
          heavy++;
          rest -= count;
        }
      }
      double next = rest / Math.max(1, bins - heavy);
      changed = next < share * 0.999;
      share = Math.min(share, next);
    }
    return share;
  }

  /** The middle, at least the lower and below the upper. */
  static float between(float lower, float upper) {
    float middle = (float) (((double) lower + upper) / 2);
    return middle < upper ? middle : lower;
  }
}
