package io.shopkeeper.platform.settings;

import io.shopkeeper.platform.boundary.SettingChanged;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Holds the settings of the whole application. Who reads often asks once for what it holds, for a
 * call of a bean takes longer than the reading.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SettingCache {

  @Inject private CommittedSettings committed;
  @Inject private Clock clock;

  private CurrentSettings settings;

  @PostConstruct
  void begin() {
    settings = new CurrentSettings(committed::values, clock);
  }

  /** The settings, always the same object. */
  public CurrentSettings settings() {
    return settings;
  }

  /** Somebody changed something. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SettingChanged event) {
    settings.changed();
  }
}
