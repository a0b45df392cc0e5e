package io.shopkeeper.ml.sketch;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The items that occur most often: J. Misra, D. Gries, "Finding repeated elements", 1982. It keeps
 * m counters; an item that occurs more than n/(m + 1) times of n is among them, and its count is
 * too low by at most {@link #error()}. With fewer than m different items all counts are exact. For
 * one thread.
 */
public final class FrequentItems {

  private final int most;
  private final Map<String, Long> counts = new HashMap<>();
  private long total;
  private long error;

  /**
   * An empty one.
   *
   * @param most counters, at least 1
   */
  public FrequentItems(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most must be at least 1, but is " + most);
    }
    this.most = most;
  }

  /** Takes an item in. */
  public void add(String item) {
    total++;
    if (counts.containsKey(item) || counts.size() < most) {
      counts.merge(item, 1L, Long::sum);
      return;
    }
    error++;
    counts.replaceAll((known, count) -> count - 1);
    counts.values().removeIf(count -> count == 0);
  }

  /** How many were taken in. */
  public long total() {
    return total;
  }

  /** By how much a count may be too low. */
  public long error() {
    return error;
  }

  /** The most frequent, the most frequent first; equal ones by name. */
  public List<Map.Entry<String, Long>> top(int n) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(n)
        .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
        .toList();
  }
}
