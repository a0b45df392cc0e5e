package io.shopkeeper.platform.identity;

import io.shopkeeper.platform.boundary.Caller;
import io.shopkeeper.platform.boundary.StorageAway;
import jakarta.ejb.EJBException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Keys that were found good within the last second. While the database does not answer, or takes
 * its time to, those that it found good within the last quarter of an hour are believed, unless
 * keys have changed on this server since, or theirs has expired. Safe for use by several threads.
 */
public final class KnownKeys {

  private static final System.Logger LOG = System.getLogger(KnownKeys.class.getName());
  private static final Duration BELIEVED = Duration.ofSeconds(1);

  /** As long as a key goes on without the database. */
  private static final Duration WITHOUT_DATABASE = Duration.ofMinutes(15);

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

  /**
   * A key that was good.
   *
   * @param readAt when the database said so
   * @param askedAt when it was asked last, whether it answered or not
   * @param asking whether somebody is asking it
   */
  private record Found(
      Caller caller, int change, Instant readAt, Instant askedAt, AtomicBoolean asking) {

    Found(Caller caller, int change, Instant now) {
      this(caller, change, now, now, new AtomicBoolean());
    }

    /** Until the database is asked again. */
    boolean holds(int changesNow, Instant now) {
      return endures(changesNow, now) && now.isBefore(askedAt.plus(BELIEVED));
    }

    /** Where the database does not answer. */
    boolean endures(int changesNow, Instant now) {
      return change == changesNow
          && now.isBefore(readAt.plus(WITHOUT_DATABASE))
          && (caller.expiresAt() == null || now.isBefore(caller.expiresAt()));
    }

    Found unanswered(Instant now) {
      return new Found(caller, change, readAt, now, new AtomicBoolean());
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
    boolean endures = found != null && found.endures(change, now);
    if (endures && !found.asking().compareAndSet(false, true)) {
      return Optional.of(found.caller());
    }
    try {
      return ask(presented, hash, change, now);
    } catch (EJBException problem) {
      if (!endures || !StorageAway.isSaidBy(problem)) {
        throw problem;
      }
      LOG.log(System.Logger.Level.DEBUG, "a key is believed without the database", problem);
      known.put(hash, found.unanswered(now));
      return Optional.of(found.caller());
    } finally {
      if (found != null) {
        found.asking().set(false);
      }
    }
  }

  private Optional<Caller> ask(String presented, String hash, int change, Instant now) {
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
