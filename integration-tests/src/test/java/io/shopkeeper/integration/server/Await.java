package io.shopkeeper.integration.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for a condition, and not a moment longer; a bound turns a hang into a failure. */
public final class Await {

  private static final long BETWEEN_LOOKS_NANOS = Duration.ofMillis(100).toNanos();

  private Await() {}

  /**
   * Looks until there is an answer.
   *
   * @param what is waited for, for the failure's message
   * @param look cheap; empty for not yet
   * @throws AssertionError if it does not come in time
   */
  public static <T> T value(String what, Duration atMost, Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + atMost.toNanos();
    Optional<T> found = look.get();
    while (found.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("No " + what + " within " + atMost);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
      found = look.get();
    }
    return found.get();
  }

  /** Looks until the condition holds. */
  public static void until(String what, Duration atMost, Supplier<Boolean> condition) {
    value(what, atMost, () -> condition.get() ? Optional.of(true) : Optional.empty());
  }
}
