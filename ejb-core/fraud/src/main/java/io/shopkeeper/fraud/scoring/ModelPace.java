package io.shopkeeper.fraud.scoring;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether the model keeps its time. A model that is at work cannot be stopped without a thread of
 * its own; one that was late three times in a row rests for five seconds instead, so that of all
 * payments only few wait for it. Safe for several threads.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ModelPace {

  private static final int TIMES = 3;
  private static final Duration REST = Duration.ofSeconds(5);

  private final AtomicInteger late = new AtomicInteger();
  private final AtomicLong restsSince = new AtomicLong();

  /** Whether it rests now. */
  public boolean rests() {
    return rests(System.nanoTime());
  }

  boolean rests(long now) {
    if (late.get() < TIMES) {
      return false;
    }
    if (now - restsSince.get() < REST.toNanos()) {
      return true;
    }
    // One more time late, and it rests again.
    late.set(TIMES - 1);
    return false;
  }

  /** It answered, in time or not. */
  public void answered(boolean inTime) {
    answered(inTime, System.nanoTime());
  }

  void answered(boolean inTime, long now) {
    if (inTime) {
      late.set(0);
    } else if (late.incrementAndGet() >= TIMES) {
      restsSince.set(now);
    }
  }
}
