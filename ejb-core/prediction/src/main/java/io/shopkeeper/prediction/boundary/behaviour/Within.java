package io.shopkeeper.prediction.boundary.behaviour;

import java.time.Duration;
import java.util.Optional;

/** Within what the steps of a funnel must be taken. */
public enum Within {
  /** One session; sessions are counted. */
  SESSION(null),
  /** A day from the first step; people are counted, as in all that follow. */
  DAY(Duration.ofDays(1)),
  WEEK(Duration.ofDays(7)),
  MONTH(Duration.ofDays(30)),
  /** The period. */
  PERIOD(Duration.ofDays(BehaviourQuery.MOST_DAYS + 1L));

  private final Duration window;

  Within(Duration window) {
    this.window = window;
  }

  /** From the first step to the last at most; empty for a session. */
  public Optional<Duration> window() {
    return Optional.ofNullable(window);
  }
}
