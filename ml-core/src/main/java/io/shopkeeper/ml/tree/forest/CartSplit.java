package io.shopkeeper.ml.tree.forest;

import io.shopkeeper.ml.tree.binning.FeatureBins;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Looks for the best way to divide a node by one feature. For one thread. */
final class CartSplit {

  private static final int BINS = 256;

  private final CartTarget target;
  private final int width;
  private final int minRows;
  private final double[] histogram;
  private final int[] counts = new int[BINS];
  private final long[] used = new long[BINS / 64];
  private final int[] bins = new int[BINS];
  private final double[] leftSums;
  private final double[] rightSums;

  private double score;
  private int feature;
  private byte[] table = {};

  CartSplit(CartTarget target, int minRows) {
    this.target = target;
    this.width = target.width();
    this.minRows = minRows;
    this.histogram = new double[BINS * width];
    this.leftSums = new double[width];
    this.rightSums = new double[width];
  }

  /** Forgets; only what scores more is taken. */
  void begin(double nodeScore) {
    score = nodeScore;
    feature = -1;
  }

  /** The best feature; −1 if none is better than not to divide. */
  int feature() {
    return feature;
  }

  /** For each bin 1 if it goes left. */
  byte[] table() {
    return table;
  }

  /** Sum of the scores of both sides. */
  double score() {
    return score;
  }

  /**
   * Tries a feature.
   *
   * @param rows of the node: the slice from {@code from} to {@code to}
   * @param weights at the same places
   * @param sums of the node
   * @return whether the node's rows differ in it
   */
  boolean consider(
      int byFeature,
      FeatureBins featureBins,
      byte[] column,
      int[] rows,
      float[] weights,
      int from,
      int to,
      double[] sums) {
    for (int i = from; i < to; i++) {
      int bin = column[rows[i]] & 0xFF;
      target.add(rows[i], weights[i], histogram, bin * width);
      counts[bin]++;
      used[bin >>> 6] |= 1L << bin;
    }
    int present = collect();
    if (present > 1) {
      if (featureBins.categorical()) {
        categories(byFeature, present, to - from, sums);
      } else {
        numbers(byFeature, featureBins.count(), present, to - from, sums);
      }
    }
    clear(present);
    return present > 1;
  }

  /** The bins in use, rising. */
  private int collect() {
    int present = 0;
    for (int word = 0; word < used.length; word++) {
      for (long bits = used[word]; bits != 0; bits &= bits - 1) {
        bins[present++] = 64 * word + Long.numberOfTrailingZeros(bits);
      }
      used[word] = 0;
    }
    return present;
  }

  private void clear(int present) {
    for (int i = 0; i < present; i++) {
      Arrays.fill(histogram, bins[i] * width, (bins[i] + 1) * width, 0);
      counts[bins[i]] = 0;
    }
  }

  private void numbers(int byFeature, int all, int present, int rows, double[] sums) {
    boolean missing = bins[0] == FeatureBins.MISSING;
    numbers(byFeature, all, missing ? 1 : 0, present, rows, sums, false);
    if (missing) {
      numbers(byFeature, all, 1, present, rows, sums, true);
    }
  }

  /** Tries each cut; it is put in the middle of the bins between that nobody is in. */
  private void numbers(
      int byFeature,
      int all,
      int first,
      int present,
      int rows,
      double[] sums,
      boolean missingLeft) {
    Arrays.fill(leftSums, 0);
    int left = 0;
    if (missingLeft) {
      left = move(FeatureBins.MISSING, left);
    }
    for (int i = first; i < present; i++) {
      left = move(bins[i], left);
      if (left >= minRows && rows - left >= minRows && better(sums)) {
        int next = i + 1 < present ? bins[i + 1] : all;
        int cut = i + 1 < present ? (bins[i] + next - 1) >>> 1 : all - 1;
        feature = byFeature;
        table = new byte[BINS];
        Arrays.fill(table, 1, cut + 1, (byte) 1);
        boolean heavier = 2 * left >= rows;
        table[FeatureBins.MISSING] = (byte) (missingLeft || (first == 0 && heavier) ? 1 : 0);
      }
    }
  }

  /** Breiman's theorem: for two classes or a number the best set begins the order of means. */
  private void categories(int byFeature, int present, int rows, double[] sums) {
    int byClass = target.orderingClass(sums);
    int[] order =
        IntStream.range(0, present)
            .map(i -> bins[i])
            .boxed()
            .sorted(
                (one, two) ->
                    Double.compare(
                        target.order(histogram, one * width, byClass),
                        target.order(histogram, two * width, byClass)))
            .mapToInt(Integer::intValue)
            .toArray();
    Arrays.fill(leftSums, 0);
    int left = 0;
    for (int i = 0; i + 1 < order.length; i++) {
      left = move(order[i], left);
      if (left >= minRows && rows - left >= minRows && better(sums)) {
        feature = byFeature;
        table = new byte[BINS];
        for (int k = 0; k <= i; k++) {
          table[order[k]] = 1;
        }
      }
    }
  }

  /** Moves a bin to the left; how many rows are there then. */
  private int move(int bin, int left) {
    for (int k = 0; k < width; k++) {
      leftSums[k] += histogram[bin * width + k];
    }
    return left + counts[bin];
  }

  private boolean better(double[] sums) {
    for (int k = 0; k < width; k++) {
      rightSums[k] = sums[k] - leftSums[k];
    }
    double found = target.score(leftSums, 0) + target.score(rightSums, 0);
    // What rounding gives is no gain.
    if (found > score * (1 + 1e-12) + 1e-12) {
      score = found;
      return true;
    }
    return false;
  }
}
