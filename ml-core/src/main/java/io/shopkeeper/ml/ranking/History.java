package io.shopkeeper.ml.ranking;

import java.util.Arrays;

/**
 * What somebody did, in the order of time. Items may repeat. The arrays are not copied: do not
 * change them.
 *
 * @param user the index in training; {@link #STRANGER} for one who was not there
 * @param items dense indices; those a model does not know are passed over
 * @param values how much each counts, greater than 0
 * @param times in milliseconds, not falling; all 0 where unknown
 */
public record History(int user, int[] items, float[] values, long[] times) {

  /** Somebody who was not in training. */
  public static final int STRANGER = -1;

  public History {
    if (items.length != values.length || items.length != times.length) {
      throw new IllegalArgumentException(
          "%d items, %d values, %d times".formatted(items.length, values.length, times.length));
    }
  }

  /** A stranger's, each counting 1, the oldest first. */
  public static History of(int... items) {
    float[] ones = new float[items.length];
    Arrays.fill(ones, 1);
    return new History(STRANGER, items, ones, new long[items.length]);
  }

  /** The same without the user: what a model knows of them must come from the history. */
  public History ofStranger() {
    return new History(STRANGER, items, values, times);
  }

  /** How many. */
  public int size() {
    return items.length;
  }
}
