package io.shopkeeper.platform.boundary;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How long the thread that runs waits for an answer of the database. Without it a thread waits for
 * as long as the connection stands, which is for ever where the other machine has frozen. What
 * waits longer fails as if the connection were lost ({@link StorageAway}). Holds for PostgreSQL;
 * the embedded database lives in this process and has no connection to wait for.
 */
public final class StoragePatience {

  private static final ThreadLocal<Integer> MILLIS = ThreadLocal.withInitial(() -> 0);

  private StoragePatience() {}

  /**
   * Does something, and waits for each answer of the database this long at most.
   *
   * @param most at least a millisecond
   */
  public static <T> T within(Duration most, Supplier<T> task) {
    Integer before = MILLIS.get();
    MILLIS.set(Math.toIntExact(Math.max(1, most.toMillis())));
    try {
      return task.get();
    } finally {
      if (before == 0) {
        MILLIS.remove();
      } else {
        MILLIS.set(before);
      }
    }
  }

  /** What holds for this thread, in milliseconds; 0 for ever. */
  public static int millis() {
    return MILLIS.get();
  }
}
