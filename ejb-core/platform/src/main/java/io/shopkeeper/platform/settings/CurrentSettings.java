package io.shopkeeper.platform.settings;

import io.shopkeeper.platform.boundary.SettingDefinition;
import jakarta.ejb.EJBException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What is offered, and what was committed, in memory. After a change on this node the next reader
 * reads again; one on another node is seen within half a second. While the database is away the
 * values of before go on. Safe for use by several threads.
 */
public final class CurrentSettings {

  private static final System.Logger LOG = System.getLogger(CurrentSettings.class.getName());
  private static final Duration FRESH = Duration.ofMillis(500);
  private static final Duration OLD = Duration.ofMillis(900);

  /** Who waits for another's look at the database waits so long; a database that hangs is away. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Supplier<Map<String, String>> committed;
  private final Clock clock;

  private final Map<String, SettingDefinition> offered = new ConcurrentHashMap<>();
  private final Map<String, Boolean> complained = new ConcurrentHashMap<>();
  private final AtomicInteger changes = new AtomicInteger();
  private final ReentrantLock looking = new ReentrantLock();
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Instant lookingSince = Instant.MAX;
  private volatile Snapshot snapshot = new Snapshot(-1, Instant.EPOCH, Map.of(), 0);

  /**
   * All values at one time.
   *
   * @param change how many changes this server knew of
   * @param changes how often they were found to be others than before
   * @param said what holds by name, as far as somebody has asked
   */
  private record Snapshot(
      int change,
      Instant readAt,
      Map<String, String> values,
      long changes,
      Map<String, Said> said) {

    Snapshot(int change, Instant readAt, Map<String, String> values, long changes) {
      this(change, readAt, values, changes, new ConcurrentHashMap<>());
    }

    Snapshot lookedAt(Instant now) {
      return new Snapshot(change, now, values, changes, said);
    }
  }

  /** What holds for a definition. */
  private record Said(SettingDefinition definition, String text) {}

  /** Reads nothing yet. */
  CurrentSettings(Supplier<Map<String, String>> committed, Clock clock) {
    this.committed = committed;
    this.clock = clock;
  }

  /** Takes definitions in. */
  public void offer(SettingDefinition... definitions) {
    for (SettingDefinition definition : definitions) {
      offered.put(definition.name(), definition);
    }
  }

  public Collection<SettingDefinition> definitions() {
    return List.copyOf(offered.values());
  }

  public Optional<SettingDefinition> definition(String name) {
    return Optional.ofNullable(offered.get(name));
  }

  /** What holds now; empty where the setting is open. */
  @SuppressWarnings("ReferenceEquality") // the same definition, nearly always
  public String text(SettingDefinition definition) {
    Snapshot now = current();
    Said said = now.said().get(definition.name());
    if (said == null || said.definition() != definition) {
      said = new Said(definition, said(definition, now));
      now.said().put(definition.name(), said);
    }
    return said.text();
  }

  private String said(SettingDefinition definition, Snapshot now) {
    return override(definition)
        .or(
            () ->
                Optional.ofNullable(now.values().get(definition.name()))
                    .filter(kept -> definition.fault(kept).isEmpty()))
        .orElse(definition.defaultValue());
  }

  /** What the shop has set. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(current().values().get(name));
  }

  /** How often the values have been others than before. */
  public long changes() {
    return current().changes();
  }

  /** What the environment sets, where that fits; a word in the log, once, where it does not. */
  public Optional<String> override(SettingDefinition definition) {
    String text = System.getenv(definition.environment());
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    boolean fits = definition.fault(text.strip()).isEmpty();
    if (!fits && complained.putIfAbsent(definition.name(), true) == null) {
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-0025 {0} is ignored: its value {1}",
          definition.environment(),
          definition.fault(text.strip()).orElseThrow().sentence(definition));
    }
    return fits ? Optional.of(text.strip()) : Optional.empty();
  }

  /** Somebody changed something. */
  void changed() {
    changes.incrementAndGet();
  }

  private Snapshot current() {
    Snapshot now = snapshot;
    if (now.change() != changes.get()) {
      return read();
    }
    if (!isOlder(now, FRESH) || !look(isOlder(now, OLD))) {
      return now;
    }
    try {
      lookingSince = clock.instant();
      return isOlder(snapshot, FRESH) ? readAgain() : snapshot;
    } finally {
      lookingSince = Instant.MAX;
      looking.unlock();
    }
  }

  /**
   * Whether it is this caller who looks.
   *
   * @param patiently whether to wait for another who does; not for long
   */
  private boolean look(boolean patiently) {
    if (looking.tryLock()) {
      return true;
    }
    if (!patiently || lookingSince.isBefore(clock.instant().minus(PATIENCE))) {
      return false;
    }
    try {
      return looking.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean isOlder(Snapshot now, Duration age) {
    return now.readAt().plus(age).isBefore(clock.instant());
  }

  private Snapshot read() {
    int change = changes.get();
    Map<String, String> values = committed.get();
    reading.lock();
    try {
      Snapshot before = snapshot;
      Instant at = clock.instant();
      snapshot =
          values.equals(before.values())
              ? new Snapshot(change, at, values, before.changes(), before.said())
              : new Snapshot(change, at, values, before.changes() + 1);
      return snapshot;
    } finally {
      reading.unlock();
    }
  }

  /**
   * One caller does it; others go on with what is known, unless that is old. What cannot be read is
   * not asked for again at once.
   */
  private Snapshot readAgain() {
    try {
      return read();
    } catch (EJBException away) {
      LOG.log(System.Logger.Level.DEBUG, "settings cannot be read; those of before hold", away);
      reading.lock();
      try {
        snapshot = snapshot.lookedAt(clock.instant());
        return snapshot;
      } finally {
        reading.unlock();
      }
    }
  }
}
