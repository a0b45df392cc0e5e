package io.shopkeeper.ml.tree.grow;

import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.tree.binning.BinnedRows;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The rows of a tree's nodes with their packed gradients, in two copies. A node's rows are a slice
 * of one copy, and its children's the same slice of the other, so that a node that is divided keeps
 * its own. Rows of a node are always rising. Where a table does not fit into the processor's cache,
 * the cells of rows move with them: a node's then stand together, and to move them takes less time
 * than to wait for each. Not for several threads but where a method says so.
 */
final class RowStore {

  private static final int BLOCK = 16_384;
  private static final int WORD = 8;

  /** Bytes of a table that the cache holds. */
  private static final long CACHED = 1 << 20;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final BinnedRows table;
  private final boolean cellsMove;
  private final int[][] rows;
  private final long[][] packed;
  private final byte[][] cells;
  private final byte[] decisions;

  RowStore(BinnedRows table, boolean cellsMove) {
    this.table = table;
    this.cellsMove = cellsMove;
    int capacity = table.rows();
    rows = new int[][] {new int[capacity], new int[capacity]};
    packed = new long[][] {new long[capacity], new long[capacity]};
    int bytes = cellsMove ? table.cells().length : 0;
    cells = new byte[][] {new byte[bytes], new byte[bytes]};
    decisions = new byte[capacity];
  }

  static RowStore of(BinnedRows table) {
    return new RowStore(table, table.cells().length > CACHED);
  }

  int[] rows(int copy) {
    return rows[copy];
  }

  long[] packed(int copy) {
    return packed[copy];
  }

  /** Adds a slice to a histogram. For several threads, each with its own histogram. */
  void add(Node node, int from, int to, long[] histogram) {
    if (cellsMove && node.depth > 0) {
      Accumulation.add(
          cells[node.copy], table.stride(), table.groups(), packed[node.copy], from, to, histogram);
    } else {
      Accumulation.add(
          table.cells(),
          table.stride(),
          table.groups(),
          rows[node.copy],
          packed[node.copy],
          from,
          to,
          histogram);
    }
  }

  /**
   * Decides for each row of a node where it goes. Different nodes may be divided by several
   * threads.
   *
   * @param column bins of the feature, by row
   * @param toLeft for each bin 1 if it goes left
   * @return how many go left
   */
  int decide(Node node, byte[] column, byte[] toLeft, Workers workers) {
    int blocks = blocks(node);
    int[] lefts = new int[blocks];
    workers.forEach(
        blocks,
        block -> {
          int begin = node.from + block * BLOCK;
          int end = Math.min(node.to, begin + BLOCK);
          lefts[block] = decide(rows[node.copy], begin, end, column, toLeft, decisions);
        });
    int left = 0;
    for (int some : lefts) {
      left += some;
    }
    return left;
  }

  private static int blocks(Node node) {
    return (node.rows() + BLOCK - 1) / BLOCK;
  }

  private static int decide(
      int[] rows, int from, int to, byte[] column, byte[] toLeft, byte[] decisions) {
    int left = 0;
    for (int i = from; i < to; i++) {
      byte decision = toLeft[column[rows[i]] & 0xFF];
      decisions[i] = decision;
      left += decision;
    }
    return left;
  }

  /**
   * Moves the rows of a node where they were decided to go, keeping the order on both sides.
   *
   * @param left how many go left
   * @param withCells whether histograms of the children are wanted
   */
  void move(Node node, int left, boolean withCells, Workers workers) {
    int blocks = blocks(node);
    int[] lefts = new int[blocks + 1];
    for (int block = 0; block + 1 < blocks; block++) {
      int begin = node.from + block * BLOCK;
      lefts[block + 1] = lefts[block] + count(decisions, begin, begin + BLOCK);
    }
    workers.forEach(
        blocks,
        block -> {
          int begin = node.from + block * BLOCK;
          int end = Math.min(node.to, begin + BLOCK);
          int toLeft = node.from + lefts[block];
          int toRight = node.from + left + block * BLOCK - lefts[block];
          move(node, begin, end, toLeft, toRight);
          if (cellsMove && withCells) {
            moveCells(node, begin, end, toLeft, toRight);
          }
        });
  }

  private static int count(byte[] decisions, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += decisions[i];
    }
    return count;
  }

  private void move(Node node, int from, int to, int left, int right) {
    scatter(
        rows[node.copy],
        rows[1 - node.copy],
        packed[node.copy],
        packed[1 - node.copy],
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

  private void moveCells(Node node, int from, int to, int left, int right) {
    byte[] target = cells[1 - node.copy];
    if (node.depth > 0) {
      scatter(cells[node.copy], target, table.stride(), decisions, from, to, left, right);
    } else {
      scatter(
          table.cells(), rows[node.copy], target, table.stride(), decisions, from, to, left, right);
    }
  }

  private static void scatter(
      byte[] cells,
      byte[] cellsTo,
      int stride,
      byte[] decisions,
      int from,
      int to,
      int left,
      int right) {
    int l = left;
    int r = right;
    for (int i = from; i < to; i++) {
      int goesLeft = decisions[i];
      copy(cells, i * stride, cellsTo, (r + ((l - r) & -goesLeft)) * stride, stride);
      l += goesLeft;
      r += 1 - goesLeft;
    }
  }

  private static void scatter(
      byte[] cells,
      int[] rows,
      byte[] cellsTo,
      int stride,
      byte[] decisions,
      int from,
      int to,
      int left,
      int right) {
    int l = left;
    int r = right;
    for (int i = from; i < to; i++) {
      int goesLeft = decisions[i];
      copy(cells, rows[i] * stride, cellsTo, (r + ((l - r) & -goesLeft)) * stride, stride);
      l += goesLeft;
      r += 1 - goesLeft;
    }
  }

  private static void copy(byte[] cells, int from, byte[] cellsTo, int to, int bytes) {
    for (int i = 0; i < bytes; i += WORD) {
      LONGS.set(cellsTo, to + i, (long) LONGS.get(cells, from + i));
    }
  }
}
