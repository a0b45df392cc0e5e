package io.shopkeeper.recommendation.drift;

import io.shopkeeper.platform.boundary.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks for drift every quarter of an hour. Each server has the timer; one of them works. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DriftTimer {

  @Inject private DriftCheck check;
  @Inject private Settings settings;

  @PostConstruct
  void begin() {
    settings.offer(
        DriftSettings.TRAIN,
        DriftSettings.THRESHOLD,
        DriftSettings.HITS,
        DriftSettings.FEWEST,
        DriftSettings.PAUSE);
  }

  /** Called by the timer; public, or Payara would not call it. */
  @Schedule(hour = "*", minute = "7/15", persistent = false)
  public void tick() {
    check.runIfDue();
  }
}
