package io.shopkeeper.ml.tree.binning;

import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.table.Table;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A table's rows as bins, twice: by rows, for histograms of all features at once, and by columns,
 * for telling a node's rows apart by one feature. Features that are the same in all rows are left
 * out. Changed by nobody; safe for use by several threads.
 */
public final class BinnedRows {

  private static final int BLOCK = 4096;

  private final Binning binning;
  private final int rows;
  private final int[] places;
  private final byte[][] columns;
  private final byte[] cells;

  private BinnedRows(Binning binning, int rows, int[] places, byte[][] columns, Workers workers) {
    this.binning = binning;
    this.rows = rows;
    this.places = places;
    this.columns = columns;
    this.cells = new byte[Math.multiplyExact(rows, places.length)];
    workers.forEach((rows + BLOCK - 1) / BLOCK, this::turn);
  }

  static BinnedRows of(Binning binning, Table table, Workers workers) {
    byte[][] all = new byte[binning.schema().width()][];
    workers.forEach(all.length, place -> all[place] = column(binning, table, place));
    int[] places = IntStream.range(0, all.length).filter(place -> all[place].length > 0).toArray();
    byte[][] columns = Arrays.stream(places).mapToObj(place -> all[place]).toArray(byte[][]::new);
    return new BinnedRows(binning, table.rows(), places, columns, workers);
  }

  /** Bins of one feature; empty if they are all the same. */
  private static byte[] column(Binning binning, Table table, int place) {
    float[] values = binning.schema().column(table, place);
    FeatureBins bins = binning.feature(place);
    byte[] column = new byte[values.length];
    boolean same = true;
    for (int row = 0; row < values.length; row++) {
      column[row] = (byte) bins.bin(values[row]);
      same &= column[row] == column[0];
    }
    return same ? new byte[0] : column;
  }

  private void turn(int block) {
    int end = Math.min(rows, (block + 1) * BLOCK);
    int width = places.length;
    for (int feature = 0; feature < width; feature++) {
      byte[] column = columns[feature];
      int turned = turned(feature);
      int to = block * BLOCK * width + feature;
      for (int row = block * BLOCK; row < end; row++, to += width) {
        cells[to] = (byte) (column[row] + turned);
      }
    }
  }

  /** How many. */
  public int rows() {
    return rows;
  }

  /** Features that differ between rows. */
  public int width() {
    return places.length;
  }

  /** Where such a feature is in the schema. */
  public int place(int feature) {
    return places[feature];
  }

  /** The bins of such a feature. */
  public FeatureBins bins(int feature) {
    return binning.feature(places[feature]);
  }

  /**
   * How far the bins of a feature are turned within their 256 places in {@link #cells}: so that the
   * first bins of many features do not meet in the same lines of the processor's cache.
   */
  public static int turned(int feature) {
    return (8 * feature) & 0xFF;
  }

  /**
   * All bins, rows × {@link #width}, each turned by {@link #turned} and to be read as unsigned. Not
   * to be written.
   */
  public byte[] cells() {
    return cells;
  }

  /** The bins of a feature, row by row, each to be read as unsigned. Not to be written. */
  public byte[] column(int feature) {
    return columns[feature];
  }
}
