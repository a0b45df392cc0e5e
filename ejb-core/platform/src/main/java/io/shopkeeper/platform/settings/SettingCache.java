package io.shopkeeper.platform.settings;

import io.shopkeeper.platform.boundary.SettingChanged;
import io.shopkeeper.platform.boundary.SettingDefinition;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is offered, and what was committed, in memory. After a change on this node the next reader
 * reads again; one on another node is seen within half a second. While the database is away the
 * values of before go on.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SettingCache {

  private static final System.Logger LOG = System.getLogger(SettingCache.class.getName());
  private static final Duration FRESH = Duration.ofMillis(500);
  private static final Duration OLD = Duration.ofMillis(900);

  @Inject private CommittedSettings committed;
  @Inject private Clock clock;

  private final Map<String, SettingDefinition> offered = new ConcurrentHashMap<>();
  private final Map<String, Boolean> complained = new ConcurrentHashMap<>();
  private final AtomicInteger changes = new AtomicInteger();
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Snapshot snapshot = new Snapshot(-1, Instant.EPOCH, Map.of());

  /** All values at one time. */
  private record Snapshot(int change, Instant readAt, Map<String, String> values) {}

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

  /** What the shop has set. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(current().values().get(name));
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
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SettingChanged event) {
    changes.incrementAndGet();
  }

  private Snapshot current() {
    Snapshot now = snapshot;
    if (now.change() != changes.get()) {
      return read();
    }
    if (!isOlder(now, FRESH)) {
      return now;
    }
    if (isOlder(now, OLD)) {
      looking.lock();
    } else if (!looking.tryLock()) {
      return now;
    }
    try {
      return isOlder(snapshot, FRESH) ? readAgain() : snapshot;
    } finally {
      looking.unlock();
    }
  }

  private boolean isOlder(Snapshot now, Duration age) {
    return now.readAt().plus(age).isBefore(clock.instant());
  }

  private Snapshot read() {
    int change = changes.get();
    var now = new Snapshot(change, clock.instant(), committed.values());
    snapshot = now;
    return now;
  }

  /** One caller does it; others go on with what is known, unless that is old. */
  private Snapshot readAgain() {
    try {
      return read();
    } catch (EJBException away) {
      LOG.log(System.Logger.Level.DEBUG, "settings cannot be read; those of before hold", away);
      return snapshot;
    }
  }
}
