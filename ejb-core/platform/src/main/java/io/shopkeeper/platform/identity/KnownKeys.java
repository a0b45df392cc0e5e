package io.shopkeeper.platform.identity;

import io.shopkeeper.platform.boundary.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Keys that were found good within the last second. Safe for use by several threads. */
public final class KnownKeys {

  private static final Duration BELIEVED = Duration.ofSeconds(1);
  private static final int MOST = 10_000;

  private final Function<String, Optional<Caller>> keys;
  private final Clock clock;
  private final Map<String, Found> known = new ConcurrentHashMap<>();
  private final AtomicInteger changes = new AtomicInteger();

  /**
   * Knows none yet.
   *
   * @param keys answers who presents a text, by the database
   */
  KnownKeys(Function<String, Optional<Caller>> keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

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
    Optional<Caller> caller = keys.apply(presented);
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
  void changed() {
    changes.incrementAndGet();
  }
}
