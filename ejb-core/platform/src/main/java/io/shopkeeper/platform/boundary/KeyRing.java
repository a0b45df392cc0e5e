package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.identity.KeyCache;
import io.shopkeeper.platform.identity.KnownKeys;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Who presents a key, without a query for each request: what was found is believed for a second. A
 * key that is revoked or replaced on this server ends with the next request, on another one within
 * that second. Only keys that are good are kept, by their hash. Safe for use by several threads.
 */
@ApplicationScoped
public class KeyRing {

  @Inject private KeyCache cache;

  private KnownKeys keys;

  @PostConstruct
  void begin() {
    keys = cache.keys();
  }

  /** Who presents this text; empty if it is no key, or one that is wrong, revoked or expired. */
  public Optional<Caller> authenticate(String presented) {
    return keys.authenticate(presented);
  }
}
