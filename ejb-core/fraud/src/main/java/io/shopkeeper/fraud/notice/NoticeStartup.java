package io.shopkeeper.fraud.notice;

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

/** Looks every ten seconds for messages whose wait is over, and at night for what is too old. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@DependsOn("FraudTrainingStartup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeStartup {

  @Inject private NoticeSender sender;
  @Inject private NoticeLedger ledger;
  @Inject private Settings settings;

  @PostConstruct
  void begin() {
    NoticeSettings.offer(settings);
  }

  /** Called by the timer; public, or Payara would not call it. */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public void look() {
    sender.look();
  }

  /** Called by the timer. */
  @Schedule(hour = "3", minute = "41", persistent = false)
  public void sweep() {
    ledger.sweep();
  }
}
