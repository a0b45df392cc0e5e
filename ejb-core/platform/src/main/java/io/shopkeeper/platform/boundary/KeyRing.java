package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.identity.KeyCache;
import io.shopkeeper.platform.identity.KnownKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Who presents a key, without a query for each request: what was found is believed for a second. A
 * key that is revoked or replaced on this server ends with the next request, on another one within
 * that second. While the database does not answer, keys that it found good within the last quarter
 * of an hour go on. Only keys that are good are kept, by their hash. Safe for use by several
 * threads.
 */
@ApplicationScoped
public class KeyRing {

  @Inject private KeyCache cache;

  private volatile KnownKeys keys;

  /** Asked for when first used, as {@link Settings} does. */
  private KnownKeys keys() {
    KnownKeys known = keys;
    if (known == null) {
      known = cache.keys();
      keys = known;
    }
    return known;
  }

  /** Who presents this text; empty if it is no key, or one that is wrong, revoked or expired. */
  public Optional<Caller> authenticate(String presented) {
    return keys().authenticate(presented);
  }
}
