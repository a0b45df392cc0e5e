package io.shopkeeper.fraud.drift;

import io.shopkeeper.fraud.volume.VolumeClerk;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Counts payments and measures drift every hour. Each server does; what they find of a day is one
 * row, and if two write it at once one of them gives way.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DriftStartup {

  private static final System.Logger LOG = System.getLogger(DriftStartup.class.getName());

  @Inject private DriftClerk clerk;
  @Inject private VolumeClerk volume;

  /** Called by the timer; public, or Payara would not call it. */
  @Schedule(hour = "*", minute = "41", second = "10", persistent = false)
  public void measure() {
    try {
      volume.count();
      clerk.measure();
    } catch (EJBException failed) {
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-9040 Payments could not be counted by day, or how far they have moved could not be measured; the next try is in an hour",
          failed);
    }
  }
}
