package io.shopkeeper.catalog.monitor;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Measures every quarter of an hour, and when data came in. Each server has the timer; one of them
 * works. One round at a time.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MonitorTimer {

  @Inject private Evaluation evaluation;

  /** Called by the timer; public, or Payara would not call it. */
  @Schedule(hour = "*", minute = "*/15", persistent = false)
  public void tick() {
    evaluation.runIfDue();
  }

  /** Measures in the background. */
  @Asynchronous
  public void dataChanged() {
    evaluation.run();
  }
}
