package io.shopkeeper.catalog.monitor;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Measures the monitors that are on, opens alerts and resolves them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Evaluation {

  @Inject private MonitorStore store;
  @Inject private Measures measures;
  @Inject private Clock clock;

  /** Measures, unless another server just did. */
  public void runIfDue() {
    new MonitorRound(store, measures, clock).runIfDue();
  }

  /** Measures now. */
  public void run() {
    new MonitorRound(store, measures, clock).run();
  }
}
