package io.shopkeeper.fraud.memory;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Begins to read payments when the server starts, and forgets old ones every hour. After a bean
 * that registers jobs: then the tables are there.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@DependsOn("FraudTrainingStartup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FraudStartup {

  @Inject private PaymentMemory memory;
  @Inject private RuleShelf rules;

  @PostConstruct
  void begin() {
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
