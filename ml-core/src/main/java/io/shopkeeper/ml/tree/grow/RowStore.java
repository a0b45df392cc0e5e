package io.shopkeeper.ml.tree.grow;

import io.shopkeeper.ml.kernel.Workers;

/**
 * The rows of a tree's nodes with their packed gradients, in two copies. A node's rows are a slice
 * of one copy, and its children's the same slice of the other, so that a node that is divided keeps
 * its own. Rows of a node are always rising. Not for several threads but where a method says so.
 */
final class RowStore {

  private static final int BLOCK = 16_384;

  private final int[][] rows;
  private final long[][] packed;
  private final byte[] decisions;

  RowStore(int capacity) {
    rows = new int[][] {new int[capacity], new int[capacity]};
    packed = new long[][] {new long[capacity], new long[capacity]};
    decisions = new byte[capacity];
  }

  int[] rows(int copy) {
    return rows[copy];
  }

  long[] packed(int copy) {
    return packed[copy];
  }

  /**
   * Divides a slice, keeping the order on both sides. Slices that do not overlap may be divided by
   * several threads.
   *
   * @param column bins of the feature, by row
   * @param table for each bin 1 if it goes left
   * @return how many went left
   */
  int divide(int copy, int from, int to, byte[] column, byte[] table) {
    int left = decide(rows[copy], from, to, column, table, decisions);
    move(copy, from, to, from, from + left);
    return left;
  }

  /** The same for a large slice, by blocks on all threads. */
  int divide(int copy, int from, int to, byte[] column, byte[] table, Workers workers) {
    int blocks = (to - from + BLOCK - 1) / BLOCK;
    int[] lefts = new int[blocks + 1];
    workers.forEach(
        blocks,
        block -> {
          int begin = from + block * BLOCK;
          int end = Math.min(to, begin + BLOCK);
          lefts[block + 1] = decide(rows[copy], begin, end, column, table, decisions);
        });
    for (int block = 0; block < blocks; block++) {
      lefts[block + 1] += lefts[block];
    }
    int left = lefts[blocks];
    workers.forEach(
        blocks,
        block -> {
          int begin = from + block * BLOCK;
          int rights = block * BLOCK - lefts[block];
          move(copy, begin, Math.min(to, begin + BLOCK), from + lefts[block], from + left + rights);
        });
    return left;
  }

  private static int decide(
      int[] rows, int from, int to, byte[] column, byte[] table, byte[] decisions) {
    int left = 0;
    for (int i = from; i < to; i++) {
      byte decision = table[column[rows[i]] & 0xFF];
      decisions[i] = decision;
      left += decision;
    }
    return left;
  }

  private void move(int copy, int from, int to, int left, int right) {
    scatter(
        rows[copy],
        rows[1 - copy],
        packed[copy],
        packed[1 - copy],
        decisions,
        from,
        to,
        left,
        right);
  }

  /** The target's place is chosen without a branch, because nobody could foretell it. */
  private static void scatter(
      int[] rows,
      int[] rowsTo,
      long[] packed,
      long[] packedTo,
      byte[] decisions,
      int from,
      int to,
      int left,
      int right) {
    int l = left;
    int r = right;
    for (int i = from; i < to; i++) {
      int goesLeft = decisions[i];
      int at = r + ((l - r) & -goesLeft);
      rowsTo[at] = rows[i];
      packedTo[at] = packed[i];
      l += goesLeft;
      r += 1 - goesLeft;
    }
  }
}
