package io.shopkeeper.prediction.behaviour;

import io.shopkeeper.catalog.boundary.EventsAccepted;
import io.shopkeeper.catalog.boundary.analysis.ShopRecords;
import io.shopkeeper.catalog.boundary.person.Histories;
import io.shopkeeper.catalog.boundary.person.PeopleChanged;
import io.shopkeeper.catalog.boundary.person.Purpose;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The shop's events and orders in memory, from the first question on. What this server stores
 * counts with the next question; what another server stores within two seconds, and so does a
 * decision about consent; what another server removed within two minutes.
 */
@ManagedExecutorDefinition(name = ShopLog.EXECUTOR, maxAsync = 1)
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ShopLog {

  /** The thread that reads all: its own, for it may take a minute. */
  static final String EXECUTOR = "java:app/concurrent/ShopkeeperBehaviour";

  /** Bytes of an event in memory, both as read and by person. */
  private static final int ACT_BYTES = 41;

  private static final int FEWEST = 200_000;
  private static final int MOST = 20_000_000;
  private static final Duration LOOKS_APART = Duration.ofSeconds(2);
  private static final Duration COUNTS_APART = Duration.ofMinutes(1);

  /** How long a row may take from its time to its commit, and clocks may differ. */
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  @Resource(lookup = EXECUTOR)
  private ManagedExecutorService executor;

  @Inject private ShopRecords records;
  @Inject private Histories persons;
  @Inject private Clock clock;

  private final AtomicInteger changes = new AtomicInteger();

  /** How often all has to be read anew. */
  private final AtomicInteger forgets = new AtomicInteger(1);

  private final AtomicLong read = new AtomicLong();
  private final ReentrantLock reading = new ReentrantLock();
  private final ReentrantLock starting = new ReentrantLock();
  private volatile Loaded loaded;
  private volatile long wanted;
  private Future<?> loading;

  /** What is in memory. Guarded by {@code reading}, but for the snapshot. */
  private static final class Loaded {
    private final int forget;
    private final ShopColumns columns;
    private volatile int change;
    private volatile Instant looked;
    private volatile ShopSnapshot snapshot;
    private Instant counted;
    private boolean missing;

    Loaded(int forget, ShopColumns columns) {
      this.forget = forget;
      this.columns = columns;
    }
  }

  /**
   * How far the reading is.
   *
   * @param read events that were read
   * @param all events that there are; 0 while that is not known
   */
  public record Progress(long read, long all) {}

  /** Something was done. */
  public void accepted(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventsAccepted news) {
    changes.incrementAndGet();
  }

  /** Somebody decided, ordered, or turned out to be somebody; or an import was taken back. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) PeopleChanged news) {
    if (news.everybody()) {
      forgets.incrementAndGet();
    }
    changes.incrementAndGet();
  }

  /**
   * What is known now. The first to ask starts the reading.
   *
   * @param patience how long it is waited for
   * @return empty while it is being read
   * @throws IllegalStateException if it cannot be read; the next to ask tries again
   */
  public Optional<ShopSnapshot> current(Duration patience) {
    Loaded now = loaded;
    if (now != null && now.forget == forgets.get()) {
      refresh(now);
      if (now.forget == forgets.get()) {
        return Optional.of(now.snapshot);
      }
    }
    try {
      load().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.of(loaded.snapshot);
    } catch (TimeoutException still) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("The shop's events could not be read.", failed.getCause());
    }
  }

  /** How far the reading is that is going on. */
  public Progress progress() {
    return new Progress(read.get(), wanted);
  }

  private Future<?> load() {
    starting.lock();
    try {
      if (loading == null || loading.isDone()) {
        loading = executor.submit(this::readAll);
      }
      return loading;
    } finally {
      starting.unlock();
    }
  }

  private void readAll() {
    reading.lock();
    try {
      int forget = forgets.get();
      if (loaded != null && loaded.forget == forget) {
        return;
      }
      int change = changes.get();
      Instant begin = clock.instant();
      Optional<Instant> cut = records.cut(most());
      var fresh = new Loaded(forget, new ShopColumns(cut));
      Instant from = cut.orElse(Instant.EPOCH);
      read.set(0);
      wanted = records.acts(from);
      Instant since = begin.minus(OVERLAP);
      records.forEachAct(
          from,
          row -> {
            fresh.columns.add(row, since);
            read.incrementAndGet();
          });
      records.forEachBasket(fresh.columns::put);
      fresh.change = change;
      fresh.looked = begin;
      fresh.counted = begin;
      build(fresh);
      loaded = fresh;
    } finally {
      reading.unlock();
    }
  }

  private static int most() {
    long room = Runtime.getRuntime().maxMemory() / 8 / ACT_BYTES;
    return Math.clamp(room, FEWEST, MOST);
  }

  private void build(Loaded now) {
    now.snapshot = now.columns.snapshot(persons.register(Purpose.ANALYTICS), now.looked);
  }

  private boolean fresh(Loaded now) {
    return now.change == changes.get() && now.looked.plus(LOOKS_APART).isAfter(clock.instant());
  }

  private void refresh(Loaded now) {
    if (fresh(now)) {
      return;
    }
    reading.lock();
    try {
      if (fresh(now)) {
        return;
      }
      int change = changes.get();
      Instant begin = clock.instant();
      Instant since = now.looked.minus(OVERLAP);
      Instant keep = begin.minus(OVERLAP);
      records.forEachActSince(since, row -> now.columns.add(row, since));
      records.forEachBasketSince(since, now.columns::put);
      now.columns.forgetBefore(keep);
      boolean people = now.change != change;
      now.change = change;
      now.looked = begin;
      if (isGone(now, begin, people)) {
        forgets.compareAndSet(now.forget, now.forget + 1);
        return;
      }
      build(now);
    } finally {
      reading.unlock();
    }
  }

  /** Whether something was removed, or came too late to be found. */
  private boolean isGone(Loaded now, Instant begin, boolean changed) {
    if (changed && records.baskets() < now.columns.baskets()) {
      return true;
    }
    if (now.counted.plus(COUNTS_APART).isAfter(begin)) {
      return false;
    }
    now.counted = begin;
    Instant from = now.snapshot.left().before().orElse(Instant.EPOCH);
    long acts = records.acts(from) - now.columns.acts();
    long baskets = records.baskets() - now.columns.baskets();
    boolean before = now.missing;
    now.missing = acts > 0 || baskets > 0;
    return acts < 0 || baskets < 0 || (before && now.missing);
  }
}
