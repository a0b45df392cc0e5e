package io.shopkeeper.ml.velocity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts different values in several windows that all end behind the newest event. An event stands
 * for its value if it is the last one that has it, so a window holds as many different values as
 * such events. Each window remembers where it began when it was last asked, and only what lies
 * between that and where it begins now is looked at: each event once per window in the long run.
 */
final class DistinctCounter {

  /** The value of an event by its running number. */
  interface Values {
    String at(long number);
  }

  private final Map<String, Long> last = new HashMap<>();
  private final long[] from;
  private final int[] counts;

  /**
   * @param windows how many
   * @param first running number of the first event that will come
   */
  DistinctCounter(int windows, long first) {
    from = new long[windows];
    counts = new int[windows];
    Arrays.fill(from, first);
  }

  /** A new event behind all others. */
  void append(long number, String value) {
    if (value == null) {
      return;
    }
    Long before = last.put(value, number);
    for (int window = 0; window < from.length; window++) {
      if (before == null || before < from[window]) {
        counts[window]++;
      }
    }
  }

  /** Different values of the events from a number on. */
  int count(int window, long begin, Values values) {
    while (from[window] < begin) {
      counts[window] -= stands(from[window], values) ? 1 : 0;
      from[window]++;
    }
    while (from[window] > begin) {
      from[window]--;
      counts[window] += stands(from[window], values) ? 1 : 0;
    }
    return counts[window];
  }

  /** Forgets the oldest event. */
  void forget(long number, Values values) {
    for (int window = 0; window < from.length; window++) {
      if (from[window] <= number) {
        count(window, number + 1, values);
      }
    }
    String value = values.at(number);
    if (stands(number, values)) {
      last.remove(value);
    }
  }

  private boolean stands(long number, Values values) {
    String value = values.at(number);
    return value != null && last.get(value) == number;
  }
}
