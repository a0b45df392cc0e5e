package io.shopkeeper.ml.tree.binning;

import java.util.Arrays;

/**
 * Cuts between values. Where there are no more distinct values than bins, each has its own; else a
 * value that fills a bin has its own and the others share the rest evenly.
 */
final class Quantiles {

  private final float[] values;
  private final int[] counts;
  private final int total;

  /**
   * @param sample any values; NaN is passed over; the array is changed
   */
  Quantiles(float[] sample) {
    Arrays.sort(sample);
    float[] distinct = new float[sample.length];
    int[] times = new int[sample.length];
    int size = 0;
    int present = 0;
    // Sorted, NaN is at the end, and −0 before 0, which compare as equal.
    for (; present < sample.length && !Float.isNaN(sample[present]); present++) {
      if (size > 0 && distinct[size - 1] == sample[present]) {
        times[size - 1]++;
      } else {
        distinct[size] = sample[present];
        times[size++] = 1;
      }
    }
    values = Arrays.copyOf(distinct, size);
    counts = Arrays.copyOf(times, size);
    total = present;
  }

  /**
   * Cuts for at most so many bins.
   *
   * @return rising, at most {@code bins − 1}
   */
  float[] cuts(int bins) {
    float[] cuts = new float[Math.max(0, values.length - 1)];
    int size = 0;
    boolean all = values.length <= bins;
    double share = share(bins);
    double filled = 0;
    for (int i = 0; i + 1 < values.length; i++) {
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
