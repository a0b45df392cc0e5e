package io.shopkeeper.ml.kernel.vector;

import io.shopkeeper.ml.kernel.SparseRows;
import java.util.Arrays;

/**
 * Rows by falling count of cells, and the columns of a matrix with these places instead of row
 * numbers.
 */
final class RowOrder {

  private final int[] rowAt;
  private final int[] counts;
  private final int[] starts;
  private final int[] places;

  private RowOrder(int[] rowAt, int[] counts, int[] starts, int[] places) {
    this.rowAt = rowAt;
    this.counts = counts;
    this.starts = starts;
    this.places = places;
  }

  static RowOrder of(SparseRows rows, SparseRows columns) {
    long[] keys = new long[rows.rows()];
    for (int row = 0; row < keys.length; row++) {
      keys[row] = ((long) (Integer.MAX_VALUE - rows.count(row)) << 32) | row;
    }
    Arrays.sort(keys);
    int[] rowAt = new int[keys.length];
    int[] placeOf = new int[keys.length];
    int[] counts = new int[keys.length];
    for (int place = 0; place < keys.length; place++) {
      rowAt[place] = (int) keys[place];
      placeOf[rowAt[place]] = place;
      counts[place] = rows.count(rowAt[place]);
    }
    int[] places = new int[columns.nonZeros()];
    for (int cell = 0; cell < places.length; cell++) {
      places[cell] = placeOf[columns.indices()[cell]];
    }
    return new RowOrder(rowAt, counts, columns.starts(), places);
  }

  /** The row at a place. */
  int row(int place) {
    return rowAt[place];
  }

  /** Cells of the row at a place. */
  int count(int place) {
    return counts[place];
  }

  int size() {
    return rowAt.length;
  }

  /** Of each column in {@link #places()}. */
  int[] starts() {
    return starts;
  }

  /** The rows of each column, as places. */
  int[] places() {
    return places;
  }

  /** 1 / √count by place; 0 for an empty row. */
  float[] inverseRoots() {
    float[] roots = new float[counts.length];
    for (int place = 0; place < roots.length; place++) {
      roots[place] = counts[place] == 0 ? 0 : (float) (1 / Math.sqrt(counts[place]));
    }
    return roots;
  }

  /** The rows' values, each row of length 1. */
  float[] scaledRows(SparseRows rows, double[] scale) {
    float[] scaled = new float[rows.nonZeros()];
    for (int row = 0; row < rows.rows(); row++) {
      for (int cell = rows.starts()[row]; cell < rows.starts()[row + 1]; cell++) {
        scaled[cell] = scaled(rows.values()[cell], scale[row]);
      }
    }
    return scaled;
  }

  /** The same values in the order of the columns. */
  float[] scaledColumns(SparseRows columns, double[] scale) {
    float[] scaled = new float[columns.nonZeros()];
    for (int cell = 0; cell < scaled.length; cell++) {
      scaled[cell] = scaled(columns.values()[cell], scale[columns.indices()[cell]]);
    }
    return scaled;
  }

  private static float scaled(float value, double scale) {
    return scale == 0 ? 0 : (float) (value * scale);
  }

  /**
   * 1 / length of each row; 0 where it has none, or none that is finite: such rows match nothing.
   */
  static double[] inverseNorms(SparseRows rows) {
    double[] scale = new double[rows.rows()];
    for (int row = 0; row < scale.length; row++) {
      double squares = 0;
      for (int cell = rows.starts()[row]; cell < rows.starts()[row + 1]; cell++) {
        squares += (double) rows.values()[cell] * rows.values()[cell];
      }
      scale[row] = squares > 0 && squares < Double.POSITIVE_INFINITY ? 1 / Math.sqrt(squares) : 0;
    }
    return scale;
  }

  /** Whether all cells hold one finite value other than 0. */
  static boolean sameEverywhere(SparseRows rows) {
    int cells = rows.nonZeros();
    float first = cells == 0 ? 1 : rows.values()[0];
    if (first == 0 || !Float.isFinite(first)) {
      return false;
    }
    for (int cell = 1; cell < cells; cell++) {
      if (rows.values()[cell] != first) {
        return false;
      }
    }
    return true;
  }
}
