package io.shopkeeper.catalog.monitor;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Measures every quarter of an hour, and when data came in. Each server has the timer; one of them
 * works. For any thread.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MonitorTimer {

  private final ReentrantLock round = new ReentrantLock();
  private final AtomicBoolean waiting = new AtomicBoolean();

  @Inject private Evaluation evaluation;

  /** Called by the timer; public, or Payara would not call it. */
  @Schedule(hour = "*", minute = "*/15", persistent = false)
  public void tick() {
    evaluation.runIfDue();
  }

  /** Measures in the background; a round that has not begun yet is for all who asked so far. */
  @Asynchronous
  public void dataChanged() {
    if (waiting.getAndSet(true)) {
      return;
    }
    round.lock();
    try {
      waiting.set(false);
      evaluation.run();
    } finally {
      round.unlock();
    }
  }
}
