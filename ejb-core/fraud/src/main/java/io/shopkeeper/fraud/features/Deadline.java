package io.shopkeeper.fraud.features;

import java.time.Duration;

/** Until when something has to be done, by a clock that nobody sets. Safe for several threads. */
public final class Deadline {

  /** There is time enough. */
  public static final Deadline NONE = new Deadline(0, Long.MAX_VALUE);

  private final long begin;
  private final long nanos;

  private Deadline(long begin, long nanos) {
    this.begin = begin;
    this.nanos = nanos;
  }

  /** After some time from now. */
  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime(), time.toNanos());
  }

  /** Whether the time is over. */
  public boolean hasPassed() {
    return nanosLeft() <= 0;
  }

  /** How much time is left, in nanoseconds; negative when it is over. */
  public long nanosLeft() {
    return nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - begin);
  }
}
