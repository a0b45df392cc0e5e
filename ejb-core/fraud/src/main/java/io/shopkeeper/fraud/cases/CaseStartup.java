package io.shopkeeper.fraud.cases;

import io.shopkeeper.platform.boundary.Settings;
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

/** Looks every minute for alerts that a crash left, and every night for what is too old. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@DependsOn("FraudTrainingStartup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CaseStartup {

  @Inject private CaseClerk clerk;
  @Inject private Retention retention;
  @Inject private Settings settings;

  @PostConstruct
  void begin() {
    CaseSettings.offer(settings);
  }

  /** Called by the timer; public, or Payara would not call it. */
  @Schedule(hour = "*", minute = "*", second = "25", persistent = false)
  public void look() {
    clerk.look();
  }

  /** Called by the timer. */
  @Schedule(hour = "3", minute = "27", persistent = false)
  public void sweep() {
    while (retention.sweep() > 0) {
      // The next part in a transaction of its own.
    }
  }
}
