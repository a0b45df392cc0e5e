package io.shopkeeper.ml.fraud;

import java.util.Arrays;

/**
 * What is known of the frauds at one payee, asked in the order of time. A label is known once its
 * delay is over; who was no fraud until then counts as good.
 */
final class KnownFrauds {

  private static final long NONE = Long.MIN_VALUE;

  /** When its payments were, and how many frauds there are up to each. */
  private long[] times = new long[4];

  private int[] frauds = new int[4];
  private int size;

  private int known;
  private long first = NONE;
  private long last = NONE;
  private long runFrom = NONE;
  private int run;

  /** Takes in the next payment, which is not earlier than the one before. */
  void add(long time, boolean fraud) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      frauds = Arrays.copyOf(frauds, 2 * size);
    }
    times[size] = time;
    frauds[size] = (size == 0 ? 0 : frauds[size - 1]) + (fraud ? 1 : 0);
    size++;
  }

  /** Learns the labels of all up to a time, which is not before that of the last call. */
  void learn(long line) {
    for (; known < size && times[known] <= line; known++) {
      if (upTo(known + 1) == upTo(known)) {
        run = 0;
        continue;
      }
      runFrom = run == 0 ? times[known] : runFrom;
      run++;
      first = first == NONE ? times[known] : first;
      last = times[known];
    }
  }

  /** Frauds among the first payments. */
  private int upTo(int count) {
    return count == 0 ? 0 : frauds[count - 1];
  }

  /** The share of frauds among what is known of a span that ends with the line; NaN of nothing. */
  float risk(long line, long window) {
    int found = Arrays.binarySearch(times, 0, known, line - window);
    int begin = found < 0 ? -found - 1 : found;
    while (begin < known && times[begin] <= line - window) {
      begin++;
    }
    return begin == known ? Float.NaN : (float) (upTo(known) - upTo(begin)) / (known - begin);
  }

  /** Whether the latest of which the label is known was a fraud, 1 or 0; NaN of nothing. */
  float latest() {
    return known == 0 ? Float.NaN : Math.min(run, 1);
  }

  /** How many frauds came one after another up to the latest; NaN of nothing. */
  float run() {
    return known == 0 ? Float.NaN : run;
  }

  /** Milliseconds since the first of those; NaN without them. */
  double sinceRun(long now) {
    return run == 0 ? Double.NaN : now - runFrom;
  }

  /** Milliseconds since the first fraud; NaN without one. */
  double sinceFirst(long now) {
    return first == NONE ? Double.NaN : now - first;
  }

  /** Milliseconds since the last fraud; NaN without one. */
  double sinceLast(long now) {
    return last == NONE ? Double.NaN : now - last;
  }
}
