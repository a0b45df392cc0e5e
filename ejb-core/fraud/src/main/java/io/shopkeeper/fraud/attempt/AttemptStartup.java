package io.shopkeeper.fraud.attempt;

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

/** Offers the settings, and removes every night what is too old. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@DependsOn("FraudTrainingStartup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AttemptStartup {

  private static final System.Logger LOG = System.getLogger(AttemptStartup.class.getName());

  @Inject private AttemptLedger ledger;
  @Inject private Settings settings;

  @PostConstruct
  void begin() {
    AttemptSettings.offer(settings);
  }

  /** Called by the timer; public, or Payara would not call it. */
  @Schedule(hour = "3", minute = "37", persistent = false)
  public void sweep() {
    int removed = ledger.sweep();
    if (removed > 0) {
      LOG.log(
          System.Logger.Level.INFO,
          "SHOP-9030 {0} sign-ins and sign-ups were older than the shop keeps them and are removed",
          Integer.toString(removed));
    }
  }
}
