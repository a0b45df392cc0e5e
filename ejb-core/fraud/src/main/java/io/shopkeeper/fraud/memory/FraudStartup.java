package io.shopkeeper.fraud.memory;

import io.shopkeeper.platform.boundary.Jobs;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Begins to read payments when the server starts, and forgets old ones every hour. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FraudStartup {

  @Inject private PaymentMemory memory;
  @Inject private RuleShelf rules;
  @Inject private Jobs jobs;

  @PostConstruct
  void begin() {
    jobs.kinds(); // answered only when the tables are there
    var unused = memory.read();
  }

  /** Called by the timer; public, or Payara would not call it. */
  @Schedule(hour = "*", minute = "17", persistent = false)
  public void forget() {
    memory.forget();
  }

  /** Called by the timer: another server may have changed a rule. */
  @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
  public void look() {
    rules.refresh();
  }
}
