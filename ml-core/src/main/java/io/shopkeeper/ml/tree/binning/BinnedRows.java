package io.shopkeeper.ml.tree.binning;

import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.table.Table;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A table's rows as bins, twice: by rows, for histograms of all features at once, and by columns,
 * for telling a node's rows apart by one feature. By rows, features that never differ from their
 * commonest bin together share a byte, see {@link Bundles}. Features that are the same in all rows
 * are left out. Changed by nobody; safe for use by several threads.
 */
public final class BinnedRows {

  private static final int BLOCK = 4096;
  private static final int WORD = 8;

  private final Binning binning;
  private final int rows;
  private final int[] places;
  private final byte[][] columns;
  private final Bundles bundles;
  private final int stride;
  private final byte[] cells;

  private BinnedRows(Binning binning, int rows, int[] places, byte[][] columns, Workers workers) {
    this.binning = binning;
    this.rows = rows;
    this.places = places;
    this.columns = columns;
    int[] counts = IntStream.of(places).map(place -> binning.feature(place).count()).toArray();
    this.bundles = Bundles.of(columns, counts, rows);
    this.stride = (bundles.groups() + WORD - 1) / WORD * WORD;
    this.cells = new byte[Math.multiplyExact(rows, stride)];
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
    int begin = block * BLOCK;
    int end = Math.min(rows, begin + BLOCK);
    for (int group = 0; group < groups(); group++) {
      byte turned = (byte) turned(group);
      for (int row = begin, to = begin * stride + group; row < end; row++, to += stride) {
        cells[to] = turned;
      }
    }
    for (int feature = 0; feature < columns.length; feature++) {
      turn(feature, begin, end);
    }
  }

  private void turn(int feature, int begin, int end) {
    byte[] column = columns[feature];
    int common = common(feature);
    int add = bundles.start()[feature] + turned(group(feature));
    int to = begin * stride + group(feature);
    for (int row = begin; row < end; row++, to += stride) {
      if ((column[row] & 0xFF) != common) {
        cells[to] = (byte) (column[row] + add);
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

  /** Bytes that hold the bins of a row; each may be of several features. */
  public int groups() {
    return bundles.groups();
  }

  /** Different values of such a byte, from 0. */
  public int codes(int group) {
    return bundles.codes()[group];
  }

  /** The group that a feature belongs to. */
  public int group(int feature) {
    return bundles.group()[feature];
  }

  /** The code of a feature's bin 0; those of the others follow. */
  public int start(int feature) {
    return bundles.start()[feature];
  }

  /**
   * The bin of a feature that has no code in {@link #cells}, since it is the commonest; −1 if all
   * have.
   */
  public int common(int feature) {
    return bundles.common()[feature];
  }

  /**
   * How far the codes of a group are turned within their 256 places in {@link #cells}: so that the
   * first codes of many groups do not meet in the same lines of the processor's cache.
   */
  public static int turned(int group) {
    return (8 * group) & 0xFF;
  }

  /** Bytes from one row to the next in {@link #cells}, a multiple of eight. */
  public int stride() {
    return stride;
  }

  /**
   * All codes, rows × {@link #stride}, each turned by {@link #turned} and to be read as unsigned.
   * Not to be written.
   */
  public byte[] cells() {
    return cells;
  }

  /** The bins of a feature, row by row, each to be read as unsigned. Not to be written. */
  public byte[] column(int feature) {
    return columns[feature];
  }
}
