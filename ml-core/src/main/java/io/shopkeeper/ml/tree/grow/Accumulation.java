package io.shopkeeper.ml.tree.grow;

import io.shopkeeper.ml.tree.binning.BinnedRows;
import java.util.Arrays;

/**
 * The inner loops of histograms. A histogram has 256 longs for each feature, see {@link Packed},
 * and one at its end that means nothing. Methods are small and stand alone, so that the compiler
 * keeps them in registers.
 */
final class Accumulation {

  static final int BINS = 256;
  private static final int CHUNK = 48;
  private static final int AHEAD = 16;
  private static final int SPARSE = 8;

  private Accumulation() {}

  /**
   * Adds rows to a histogram.
   *
   * @param cells bins, row by row
   * @param width features
   * @param rows which; the slice from {@code from} to {@code to} counts
   * @param packed their gradients, at the same places
   */
  static void add(
      byte[] cells, int width, int[] rows, long[] packed, int from, int to, long[] histogram) {
    boolean sparse = to - from > AHEAD && rows[to - 1] - rows[from] > (long) SPARSE * (to - from);
    for (int first = 0; first < width; first += CHUNK) {
      int last = Math.min(width, first + CHUNK);
      if (sparse) {
        // Stored, so that the compiler does not leave the touching out.
        histogram[histogram.length - 1] =
            addSparse(cells, width, first, last, rows, packed, from, to, histogram);
      } else {
        addDense(cells, width, first, last, rows, packed, from, to, histogram);
      }
    }
  }

  private static void addDense(
      byte[] cells,
      int width,
      int first,
      int last,
      int[] rows,
      long[] packed,
      int from,
      int to,
      long[] histogram) {
    for (int i = from; i < to; i++) {
      long value = packed[i];
      int cell = rows[i] * width;
      for (int feature = first; feature < last; feature++) {
        histogram[(feature << 8) | (cells[cell + feature] & 0xFF)] += value;
      }
    }
  }

  /** Rows that lie far apart are touched some steps before they are added: memory is slow. */
  private static int addSparse(
      byte[] cells,
      int width,
      int first,
      int last,
      int[] rows,
      long[] packed,
      int from,
      int to,
      long[] histogram) {
    int touched = 0;
    for (int i = from; i < to; i += AHEAD) {
      int end = Math.min(to, i + AHEAD);
      touched += touch(cells, width, first, rows, end, Math.min(to, end + AHEAD));
      addDense(cells, width, first, last, rows, packed, i, end, histogram);
    }
    return touched;
  }

  private static int touch(byte[] cells, int width, int first, int[] rows, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += cells[rows[i] * width + first];
    }
    return sum;
  }

  /** Where the sum of a bin is. */
  static int place(int feature, int bin) {
    return (feature << 8) | ((bin + BinnedRows.turned(feature)) & 0xFF);
  }

  /** An empty one. */
  static long[] histogram(int width) {
    return new long[width * BINS + 1];
  }

  /** Adds one histogram to another. */
  static void add(long[] from, long[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }

  /** Takes one feature's bins from another's: what remains is the sibling's. */
  static void subtract(long[] taken, long[] from, int feature, int bins) {
    int begin = place(feature, 0);
    int end = (feature + 1) << 8;
    for (int i = begin; i < Math.min(end, begin + bins); i++) {
      from[i] -= taken[i];
    }
    for (int i = feature << 8; i < begin + bins - BINS; i++) {
      from[i] -= taken[i];
    }
  }

  /** Empties one feature's bins. */
  static void clear(long[] histogram, int feature, int bins) {
    int begin = place(feature, 0);
    int end = (feature + 1) << 8;
    Arrays.fill(histogram, begin, Math.min(end, begin + bins), 0);
    if (begin + bins > end) {
      Arrays.fill(histogram, feature << 8, begin + bins - BINS, 0);
    }
  }
}
