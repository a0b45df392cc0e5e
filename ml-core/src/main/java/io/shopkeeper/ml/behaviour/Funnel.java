package io.shopkeeper.ml.behaviour;

import java.util.Arrays;

/**
 * How many get how far through steps. A step is reached where acts of all steps up to it were done
 * in their order, each later than the one before it (acts of the same time do not follow one
 * another), with anything between them, and the last no later than a window after the first.
 *
 * <p>One walk: for each step the latest first act of a chain that has come so far is kept; no other
 * chain can be within the window where that one is not.
 */
public final class Funnel {

  private static final long NONE = Long.MIN_VALUE;

  private final byte[] steps;
  private final long window;

  /** Of chains that ended before the present time, when the latest of them began. */
  private final long[] begun;

  /** The same of chains that end at the present time. */
  private final long[] fresh;

  private long present;
  private int reached;

  private Funnel(byte[] steps, long window) {
    if (steps.length == 0 || window < 0) {
      throw new IllegalArgumentException("no steps, or a window before its begin");
    }
    this.steps = steps.clone();
    this.window = window;
    this.begun = new long[steps.length];
    this.fresh = new long[steps.length];
  }

  /**
   * People at each step.
   *
   * @param steps kinds of acts, at least one
   * @param window milliseconds from the first act to the last at most
   */
  public static long[] people(ActLog log, ActFilter filter, byte[] steps, long window) {
    var funnel = new Funnel(steps, window);
    long[] counts = new long[steps.length];
    for (int person = 0; person < log.people(); person++) {
      if (!filter.takes(person)) {
        continue;
      }
      funnel.begin();
      for (int row = log.begin(person); row < log.end(person); row++) {
        if (filter.takes(log.time(row), log.channel(row))) {
          funnel.act(log.time(row), log.kind(row));
        }
      }
      funnel.count(counts);
    }
    return counts;
  }

  /**
   * Sessions at each step.
   *
   * @param gap see {@link Sessions}
   */
  public static long[] sessions(ActLog log, ActFilter filter, byte[] steps, long gap) {
    var funnel = new Funnel(steps, Long.MAX_VALUE);
    long[] counts = new long[steps.length];
    Sessions.forEach(
        log,
        filter,
        gap,
        (person, rows, from, to) -> {
          funnel.begin();
          for (int i = from; i < to; i++) {
            funnel.act(log.time(rows[i]), log.kind(rows[i]));
          }
          funnel.count(counts);
        });
    return counts;
  }

  private void begin() {
    Arrays.fill(begun, NONE);
    Arrays.fill(fresh, NONE);
    present = NONE;
    reached = 0;
  }

  private void act(long time, byte kind) {
    if (time != present) {
      for (int i = 0; i < steps.length; i++) {
        begun[i] = Math.max(begun[i], fresh[i]);
      }
      present = time;
    }
    for (int i = 0; i < steps.length; i++) {
      if (steps[i] != kind) {
        continue;
      }
      long begin = i == 0 ? time : begun[i - 1];
      if (begin != NONE && time - begin <= window) {
        fresh[i] = Math.max(fresh[i], begin);
        reached = Math.max(reached, i + 1);
      }
    }
  }

  private void count(long[] counts) {
    for (int i = 0; i < reached; i++) {
      counts[i]++;
    }
  }
}
