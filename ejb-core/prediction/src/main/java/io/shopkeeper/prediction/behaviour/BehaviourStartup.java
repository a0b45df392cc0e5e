package io.shopkeeper.prediction.behaviour;

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
 * Begins to read the shop's events when the server starts, so that the first to ask need not wait,
 * and what would take long every minute. After a bean that registers jobs: then the tables are
 * there.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@DependsOn("ShopTableStartup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BehaviourStartup {

  @Inject private ShopLog log;

  @PostConstruct
  void begin() {
    log.readAhead();
  }

  /** Called by the timer; public, or Payara would not call it. */
  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  public void tick() {
    log.catchUp();
  }
}
