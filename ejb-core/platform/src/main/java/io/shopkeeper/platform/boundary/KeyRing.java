package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.identity.KeyText;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who presents a key, without a query for each request: what was found is believed for a second. A
 * key that is revoked or replaced on this server ends with the next request, on another one within
 * that second. Only keys that are good are kept, by their hash. Safe for use by several threads.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class KeyRing {

  private static final Duration BELIEVED = Duration.ofSeconds(1);
  private static final int MOST = 10_000;

  @Inject private ApiKeys keys;
  @Inject private Clock clock;

  private final Map<String, Found> known = new ConcurrentHashMap<>();
  private final AtomicInteger changes = new AtomicInteger();

  private record Found(Caller caller, int change, Instant readAt) {

    boolean holds(int changesNow, Instant now) {
      return change == changesNow
          && now.isBefore(readAt.plus(BELIEVED))
          && (caller.expiresAt() == null || now.isBefore(caller.expiresAt()));
    }
  }

  /** Who presents this text; empty if it is no key, or one that is wrong, revoked or expired. */
  public Optional<Caller> authenticate(String presented) {
    Optional<KeyText> text = KeyText.parse(presented);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String hash = text.get().hash();
    int change = changes.get();
    Instant now = clock.instant();
    Found found = known.get(hash);
    if (found != null && found.holds(change, now)) {
      return Optional.of(found.caller());
    }
    Optional<Caller> caller = keys.authenticate(presented);
    if (caller.isEmpty()) {
      known.remove(hash);
      return caller;
    }
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(hash, new Found(caller.get(), change, now));
    return caller;
  }

  /** Keys have changed. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) KeysChanged event) {
    changes.incrementAndGet();
  }
}
