package io.shopkeeper.ml.table.encode;

import java.util.Arrays;

/**
 * The numbers of one row that are not 0, each with its place. Made once and filled again for each
 * row. For one thread.
 */
public final class SparseRow {

  private int[] places = new int[16];
  private float[] values = new float[16];
  private int size;

  /** Takes all numbers out. */
  public void clear() {
    size = 0;
  }

  /**
   * Puts a number at a place that has none yet; a 0 is left out.
   *
   * @param place 0 or more
   * @param value finite
   */
  public void put(int place, float value) {
    if (place < 0 || !Float.isFinite(value)) {
      throw new IllegalArgumentException(
          "a place must be 0 or more and its number finite, but they are %d and %s"
              .formatted(place, value));
    }
    if (value != 0) {
      room(size + 1);
      places[size] = place;
      values[size++] = value;
    }
  }

  /** Adds to the number at a place, which may have none; looks through the row. */
  public void add(int place, float value) {
    for (int i = 0; i < size; i++) {
      if (places[i] == place) {
        values[i] += value;
        return;
      }
    }
    put(place, value);
  }

  /** How many numbers it has. */
  public int size() {
    return size;
  }

  /** Where the i-th number stands. */
  public int place(int i) {
    return places[i];
  }

  /** The i-th number. */
  public float value(int i) {
    return values[i];
  }

  /** Numbers that were put before, without a check. */
  void set(int[] fromPlaces, float[] fromValues, int begin, int end) {
    room(end - begin);
    size = end - begin;
    System.arraycopy(fromPlaces, begin, places, 0, size);
    System.arraycopy(fromValues, begin, values, 0, size);
  }

  void copyTo(int[] toPlaces, float[] toValues, int at) {
    System.arraycopy(places, 0, toPlaces, at, size);
    System.arraycopy(values, 0, toValues, at, size);
  }

  private void room(int needed) {
    if (needed > places.length) {
      int length = Math.max(needed, 2 * places.length);
      places = Arrays.copyOf(places, length);
      values = Arrays.copyOf(values, length);
    }
  }
}
