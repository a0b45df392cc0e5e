package io.shopkeeper.platform.identity;

import io.shopkeeper.platform.boundary.ApiKeys;
import io.shopkeeper.platform.boundary.KeysChanged;
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

/** Holds the known keys of the whole application; who asks often keeps what it holds. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class KeyCache {

  @Inject private ApiKeys keys;
  @Inject private Clock clock;

  private KnownKeys known;

  @PostConstruct
  void begin() {
    known = new KnownKeys(keys::authenticate, clock);
  }

  /** The keys, always the same object. */
  public KnownKeys keys() {
    return known;
  }

  /** Keys have changed. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) KeysChanged event) {
    known.changed();
  }
}
