package io.shopkeeper.ml.content;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.table.NumberColumn;
import java.util.Arrays;
import java.util.List;

/** Vectors of columns of numbers. */
final class NumberBlocks {

  /** An item lies half as much in the bands beside its own: prices have no sharp edges. */
  private static final double BESIDE = 0.5;

  private NumberBlocks() {}

  /** Whether a column is a tag: 1 where items have it, 0 or missing where not. */
  static boolean isTag(NumberColumn column) {
    boolean any = false;
    for (float value : column.values()) {
      if (value == 1) {
        any = true;
      } else if (value != 0 && !Float.isNaN(value)) {
        return false;
      }
    }
    return any;
  }

  /**
   * Bands of equally many items: 1 in the own band, a half in those beside, scaled to a length.
   *
   * @return the first column that is still free
   */
  static int bands(
      InteractionMatrix.Builder rows, NumberColumn column, int bands, int first, double length) {
    float[] sorted = sorted(column.values());
    for (int item = 0; item < column.rows(); item++) {
      float value = column.values()[item];
      if (!Float.isNaN(value)) {
        int band = band(sorted, value, bands);
        int low = Math.max(0, band - 1);
        int high = Math.min(bands - 1, band + 1);
        double norm = Math.sqrt(1 + BESIDE * BESIDE * (high - low));
        for (int near = low; near <= high; near++) {
          double share = near == band ? 1 : BESIDE;
          rows.add(item, first + near, (float) (length * share / norm));
        }
      }
    }
    return first + bands;
  }

  private static float[] sorted(float[] values) {
    float[] known = new float[values.length];
    int size = 0;
    for (float value : values) {
      if (!Float.isNaN(value)) {
        known[size++] = value;
      }
    }
    float[] sorted = Arrays.copyOf(known, size);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Equal values share a band: the middle of their places decides. */
  private static int band(float[] sorted, float value, int bands) {
    int below = lower(sorted, value, false);
    int upTo = lower(sorted, value, true);
    double middle = (below + upTo) / (2.0 * sorted.length);
    return Math.min(bands - 1, (int) (middle * bands));
  }

  /** How many are less; with the equal ones if asked for. */
  private static int lower(float[] sorted, float value, boolean withEqual) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value || (withEqual && sorted[middle] == value)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Columns that belong together as one vector, such as that of an image: less the mean of the
   * items, scaled to a length. Items that lack any of them have none.
   *
   * @return the first column that is still free
   */
  static int vector(
      InteractionMatrix.Builder rows, List<NumberColumn> columns, int first, double length) {
    int items = columns.getFirst().rows();
    double[] means = new double[columns.size()];
    int whole = 0;
    for (int item = 0; item < items; item++) {
      if (isWhole(columns, item)) {
        whole++;
        for (int place = 0; place < means.length; place++) {
          means[place] += columns.get(place).values()[item];
        }
      }
    }
    for (int item = 0; item < items; item++) {
      if (isWhole(columns, item)) {
        double[] vector = new double[means.length];
        double squares = 0;
        for (int place = 0; place < means.length; place++) {
          vector[place] = columns.get(place).values()[item] - means[place] / whole;
          squares += vector[place] * vector[place];
        }
        for (int place = 0; place < means.length && squares > 0; place++) {
          rows.add(item, first + place, (float) (length * vector[place] / Math.sqrt(squares)));
        }
      }
    }
    return first + means.length;
  }

  private static boolean isWhole(List<NumberColumn> columns, int item) {
    return columns.stream().noneMatch(column -> Float.isNaN(column.values()[item]));
  }
}
