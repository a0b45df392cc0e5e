package io.shopkeeper.catalog.monitor;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Measures every quarter of an hour. Each server has the timer; one of them works. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MonitorTimer {

  @Inject private Evaluation evaluation;

  @Schedule(hour = "*", minute = "*/15", persistent = false)
  void tick() {
    evaluation.runIfDue();
  }
}
