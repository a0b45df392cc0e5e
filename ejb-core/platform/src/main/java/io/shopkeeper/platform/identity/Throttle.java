package io.shopkeeper.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts failures by a key, such as an address or a name that nobody has, and says until when no
 * more attempts are taken. In memory of this node, bounded. Safe for use by several threads.
 */
@ApplicationScoped
public class Throttle {

  private static final int REMEMBERED = 20_000;

  private final Map<String, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Until when nothing is taken from this key, if that is in the future. */
  public synchronized Optional<Instant> closedUntil(String key, Instant now) {
    Failures found = failures.get(key);
    return found == null
        ? Optional.empty()
        : Optional.ofNullable(found.closedUntil).filter(now::isBefore);
  }

  /**
   * A failure.
   *
   * @param most so many within the time close the door for that time
   * @return until when it is closed now, if it is
   */
  public synchronized Optional<Instant> failed(String key, int most, Duration within, Instant now) {
    Failures found = failures.computeIfAbsent(key, unknown -> new Failures(now));
    if (now.isAfter(found.since.plus(within))) {
      found.since = now;
      found.count = 0;
      found.closedUntil = null;
    }
    found.count++;
    if (found.count >= most) {
      found.closedUntil = now.plus(within);
      found.count = 0;
      found.since = now;
    }
    return closedUntil(key, now);
  }

  /** Forgets the failures of a key. */
  public synchronized void succeeded(String key) {
    failures.remove(key);
  }

  private static final class Failures {

    private Instant since;
    private int count;
    private Instant closedUntil;

    Failures(Instant since) {
      this.since = since;
    }
  }
}
