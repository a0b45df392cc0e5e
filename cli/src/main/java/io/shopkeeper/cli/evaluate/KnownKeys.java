package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.table.cells.CellColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Keys that were known as compromised, as the Fraud Detection Handbook leaves them out of the test:
 * those of which a fraud happened from the beginning of the training on, and more than the delay
 * before the day of the test row, UTC.
 */
final class KnownKeys {

  private static final long DAY = 86_400_000;

  private final CellColumn keys;
  private final long[] times;
  private final boolean[] fraud;
  private final long delay;

  /**
   * @param delay until a fraud is known, milliseconds
   */
  KnownKeys(CellColumn keys, long[] times, boolean[] fraud, long delay) {
    this.keys = keys;
    this.times = times;
    this.fraud = fraud;
    this.delay = delay;
  }

  /** The test rows of keys that were not known. */
  int[] without(int[] train, int[] test) {
    long begin = Arrays.stream(train).mapToLong(row -> times[row]).min().orElse(Long.MIN_VALUE);
    Map<String, Long> first = new HashMap<>();
    for (int row = 0; row < times.length; row++) {
      if (fraud[row] && times[row] >= begin && keys.get(row) != null) {
        first.merge(keys.get(row), times[row], Math::min);
      }
    }
    return Arrays.stream(test).filter(row -> !known(row, first)).toArray();
  }

  private boolean known(int row, Map<String, Long> first) {
    Long fraudAt = keys.get(row) == null ? null : first.get(keys.get(row));
    return fraudAt != null && fraudAt < Math.floorDiv(times[row], DAY) * DAY - delay;
  }
}
