package io.shopkeeper.ml.tree.grow;

/**
 * The inner loops of histograms. A histogram has 256 longs for each group of features, see {@link
 * Packed} and {@link BinPlaces}. Methods are small and stand alone, so that the compiler keeps them
 * in registers.
 */
final class Accumulation {

  private static final int CHUNK = 48;

  private Accumulation() {}

  /**
   * Adds rows to a histogram.
   *
   * @param cells codes, row by row
   * @param stride bytes from row to row
   * @param groups of features
   * @param rows which; the slice from {@code from} to {@code to} counts
   * @param packed their gradients, at the same places
   */
  static void add(
      byte[] cells,
      int stride,
      int groups,
      int[] rows,
      long[] packed,
      int from,
      int to,
      long[] histogram) {
    for (int first = 0; first < groups; first += CHUNK) {
      int last = Math.min(groups, first + CHUNK);
      add(cells, stride, first, last, rows, packed, from, to, histogram);
    }
  }

  private static void add(
      byte[] cells,
      int stride,
      int first,
      int last,
      int[] rows,
      long[] packed,
      int from,
      int to,
      long[] histogram) {
    for (int i = from; i < to; i++) {
      long value = packed[i];
      int cell = rows[i] * stride;
      for (int group = first; group < last; group++) {
        histogram[(group << 8) | (cells[cell + group] & 0xFF)] += value;
      }
    }
  }

  /** The same where the cells of a row stand at the place of its gradient. */
  static void add(
      byte[] cells, int stride, int groups, long[] packed, int from, int to, long[] histogram) {
    for (int first = 0; first < groups; first += CHUNK) {
      int last = Math.min(groups, first + CHUNK);
      add(cells, stride, first, last, packed, from, to, histogram);
    }
  }

  private static void add(
      byte[] cells,
      int stride,
      int first,
      int last,
      long[] packed,
      int from,
      int to,
      long[] histogram) {
    for (int i = from; i < to; i++) {
      long value = packed[i];
      int cell = i * stride;
      for (int group = first; group < last; group++) {
        histogram[(group << 8) | (cells[cell + group] & 0xFF)] += value;
      }
    }
  }

  /** Adds one histogram to another. */
  static void add(long[] from, long[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }
}
