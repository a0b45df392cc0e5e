package io.shopkeeper.ml.table.encode;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows without their zeros, one behind the other: what learns row by row reads them, and any {@link
 * RowBlocks} can be made of them. Memory is 8 bytes a number that is not 0 and 4 bytes a row,
 * however wide the rows are. Immutable and safe for use by several threads.
 */
public final class SparseRows implements RowBlocks {

  private static final int BLOCK_ROWS = 1024;

  private final int rows;
  private final int width;
  private final List<Block> blocks;

  private SparseRows(int rows, int width, List<Block> blocks) {
    this.rows = rows;
    this.width = width;
    this.blocks = List.copyOf(blocks);
  }

  /** Of a table's rows in their order, on the threads of this process. */
  public static SparseRows of(Encoder encoder, Table table) {
    int width = encoder.schema().width();
    float[][] columns = new float[width][];
    for (int place = 0; place < width; place++) {
      columns[place] = encoder.schema().column(table, place);
    }
    var blocks = new Block[(table.rows() + BLOCK_ROWS - 1) / BLOCK_ROWS];
    KernelBackends.current()
        .workers()
        .forEach(
            blocks.length,
            at -> {
              float[] cells = new float[width];
              var row = new SparseRow();
              var block = new Filling();
              int end = Math.min(table.rows(), (at + 1) * BLOCK_ROWS);
              for (int i = at * BLOCK_ROWS; i < end; i++) {
                for (int place = 0; place < width; place++) {
                  cells[place] = columns[place][i];
                }
                encoder.encode(cells, 0, row);
                block.add(row);
              }
              blocks[at] = block.done();
            });
    return new SparseRows(table.rows(), encoder.width(), List.of(blocks));
  }

  /** Takes rows one by one. For one thread. */
  public static final class Builder {

    private final int width;
    private final List<Block> blocks = new ArrayList<>();
    private Filling last = new Filling();
    private int rows;

    /**
     * Without rows.
     *
     * @param width numbers of a row, with those that are 0
     */
    public Builder(int width) {
      this.width = width;
    }

    /**
     * Adds a row, which is copied.
     *
     * @throws IllegalArgumentException if it has a number behind the last place
     */
    public void add(SparseRow row) {
      for (int i = 0; i < row.size(); i++) {
        if (row.place(i) >= width) {
          throw new IllegalArgumentException(
              "rows have %,d numbers, but one stands at place %,d".formatted(width, row.place(i)));
        }
      }
      last.add(row);
      if (++rows % BLOCK_ROWS == 0) {
        blocks.add(last.done());
        last = new Filling();
      }
    }

    /** What was added. */
    public SparseRows build() {
      var all = new ArrayList<>(blocks);
      if (rows % BLOCK_ROWS != 0) {
        all.add(last.done());
      }
      return new SparseRows(rows, width, all);
    }
  }

  /** The i-th row of the block begins at begins[i] and ends where the next one begins. */
  private record Block(int[] begins, int[] places, float[] values) {}

  private static final class Filling {

    private final int[] begins = new int[BLOCK_ROWS + 1];
    private int[] places = new int[4 * BLOCK_ROWS];
    private float[] values = new float[4 * BLOCK_ROWS];
    private int count;

    void add(SparseRow row) {
      int end = begins[count] + row.size();
      if (end > places.length) {
        places = Arrays.copyOf(places, Math.max(end, 2 * places.length));
        values = Arrays.copyOf(values, places.length);
      }
      row.copyTo(places, values, begins[count]);
      begins[++count] = end;
    }

    Block done() {
      int end = begins[count];
      return new Block(
          Arrays.copyOf(begins, count + 1), Arrays.copyOf(places, end), Arrays.copyOf(values, end));
    }
  }

  /**
   * Reads a row.
   *
   * @param into written
   */
  public void row(int row, SparseRow into) {
    Block block = blocks.get(row / BLOCK_ROWS);
    int at = row % BLOCK_ROWS;
    into.set(block.places, block.values, block.begins[at], block.begins[at + 1]);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int blockRows() {
    return BLOCK_ROWS;
  }

  @Override
  public void score(int block, float[] weights, float[] scores) {
    Block read = blocks.get(block);
    for (int row = 0; row + 1 < read.begins.length; row++) {
      float sum = scores[row];
      for (int i = read.begins[row]; i < read.begins[row + 1]; i++) {
        sum += weights[read.places[i]] * read.values[i];
      }
      scores[row] = sum;
    }
  }

  @Override
  public void collect(int block, float[] residuals, double[] sums) {
    Block read = blocks.get(block);
    for (int row = 0; row + 1 < read.begins.length; row++) {
      for (int i = read.begins[row]; i < read.begins[row + 1]; i++) {
        sums[read.places[i]] += residuals[row] * read.values[i];
      }
    }
  }

  @Override
  public void collectSquares(int block, float[] factors, double[] sums) {
    Block read = blocks.get(block);
    for (int row = 0; row + 1 < read.begins.length; row++) {
      for (int i = read.begins[row]; i < read.begins[row + 1]; i++) {
        sums[read.places[i]] += (double) factors[row] * read.values[i] * read.values[i];
      }
    }
  }
}
