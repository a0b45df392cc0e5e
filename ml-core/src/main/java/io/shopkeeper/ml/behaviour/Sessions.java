package io.shopkeeper.ml.behaviour;

import java.util.Arrays;

/**
 * Sessions: a person's acts that count, cut where more than a gap lies between one and the next.
 */
public final class Sessions {

  /** What is usual: half an hour, in milliseconds. */
  public static final long GAP = 1_800_000;

  private Sessions() {}

  /** Is shown each session. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * A session; the array is used again for the next.
     *
     * @param rows of the log, in the order of time
     * @param from its first place in {@code rows}
     * @param to the place behind its last
     */
    void session(int person, int[] rows, int from, int to);
  }

  /** Shows all sessions, by person and time. */
  public static void forEach(ActLog log, ActFilter filter, long gap, Visitor visitor) {
    int[] rows = new int[64];
    for (int person = 0; person < log.people(); person++) {
      if (!filter.takes(person)) {
        continue;
      }
      int begin = log.begin(person);
      int end = log.end(person);
      if (rows.length < end - begin) {
        rows = Arrays.copyOf(rows, Math.max(end - begin, rows.length * 2));
      }
      int count = 0;
      int first = 0;
      for (int row = begin; row < end; row++) {
        if (!filter.takes(log.time(row), log.channel(row))) {
          continue;
        }
        if (count > first && log.time(row) - log.time(rows[count - 1]) > gap) {
          visitor.session(person, rows, first, count);
          first = count;
        }
        rows[count++] = row;
      }
      if (count > first) {
        visitor.session(person, rows, first, count);
      }
    }
  }
}
