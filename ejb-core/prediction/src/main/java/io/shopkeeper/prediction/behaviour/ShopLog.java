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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The shop's events and orders in memory. What this server stores counts with the next question;
 * what another server stores within two seconds, and so does a decision about consent; what another
 * server removed within two minutes.
 *
 * <p>All reading is done by one thread of its own, and whoever asks waits for it as long as he
 * likes. Much is read before anybody asks: all there is when the server starts, and what an import
 * brings while it comes. A little is read by the question that needs it.
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

  /** So many new events, or a tenth of all where that is more, are read before anybody asks. */
  private static final long MANY = 10_000;

  private static final int FEWEST = 200_000;
  private static final int MOST = 20_000_000;
  private static final Duration LOOKS_APART = Duration.ofSeconds(2);
  private static final Duration COUNTS_APART = Duration.ofMinutes(1);

  /** How old an answer may be where what came since takes longer to read than somebody waits. */
  private static final Duration OLDEST = Duration.ofMinutes(2);

  /** The same where somebody decided or ordered since. */
  private static final Duration OLDEST_DECISION = Duration.ofSeconds(10);

  private static final System.Logger LOG = System.getLogger(ShopLog.class.getName());

  /** How long a row may take from its time to its commit, and clocks may differ. */
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  @Resource(lookup = EXECUTOR)
  private ManagedExecutorService executor;

  @Inject private ShopRecords records;
  @Inject private Histories persons;
  @Inject private Clock clock;

  /** How often something came. */
  private final AtomicInteger news = new AtomicInteger();

  /** How often it may have changed who is who, what they allow, or what they ordered. */
  private final AtomicInteger decisions = new AtomicInteger();

  /** How often all has to be read anew. */
  private final AtomicInteger forgets = new AtomicInteger(1);

  /** Events and people whose news was not read yet, about. */
  private final AtomicLong waiting = new AtomicLong();

  private final AtomicLong read = new AtomicLong();
  private final ReentrantLock reading = new ReentrantLock();
  private final ReentrantLock starting = new ReentrantLock();
  private volatile Loaded loaded;
  private volatile long wanted;
  private Future<?> work;

  /** What had happened at a moment. */
  private record State(int news, int decisions, int forgets) {}

  /** What is in memory. Guarded by {@code reading}, but for the snapshot with its state. */
  private static final class Loaded {
    private final ShopColumns columns;
    private volatile State state;
    private volatile Instant looked;
    private volatile ShopSnapshot snapshot;
    private Instant counted;
    private boolean missing;

    Loaded(State state, ShopColumns columns) {
      this.state = state;
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
  public void accepted(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventsAccepted came) {
    news.incrementAndGet();
    readAhead(came.events().size());
  }

  /** Somebody decided, ordered, or turned out to be somebody; or an import was taken back. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) PeopleChanged whose) {
    if (whose.everybody()) {
      forgets.incrementAndGet();
    }
    decisions.incrementAndGet();
    readAhead(whose.subjects().size());
  }

  private void readAhead(int more) {
    waiting.addAndGet(more);
    if (isMuchWaiting()) {
      readAhead();
    }
  }

  private boolean isMuchWaiting() {
    Loaded now = loaded;
    return waiting.get() >= Math.max(MANY, now == null ? 0 : now.snapshot.acts().size() / 10);
  }

  /** Begins to read what would take long, such as all after an import was taken back. */
  public void catchUp() {
    Loaded now = loaded;
    if (now == null || now.state.forgets() != forgets.get() || isMuchWaiting()) {
      readAhead();
    }
  }

  /** Begins to read what is not known yet, unless that is being done. */
  public void readAhead() {
    try {
      var unused = begin(this::ahead);
    } catch (RejectedExecutionException stopping) {
      LOG.log(System.Logger.Level.DEBUG, "Nothing is read ahead: the server stops", stopping);
    }
  }

  /**
   * What is known now, and all that this server had stored before the question.
   *
   * <p>Where that takes longer than the patience, it is {@link #latest()}: what it is as of says
   * how old it is.
   *
   * @param patience how long it is waited for
   * @return empty while it is being read
   * @throws IllegalStateException if it cannot be read; the next to ask tries again
   */
  public Optional<ShopSnapshot> current(Duration patience) {
    State asked = state();
    Instant since = clock.instant().minus(LOOKS_APART);
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (!known(asked, since)) {
        begin(this::look).get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      }
      return Optional.of(loaded.snapshot);
    } catch (TimeoutException still) {
      return latest();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("The shop's events could not be read.", failed.getCause());
    }
  }

  /**
   * What was read last, without waiting; empty where that must not be shown any more: something was
   * taken back, or it is two minutes old, or ten seconds old while somebody decided or ordered.
   */
  public Optional<ShopSnapshot> latest() {
    Loaded now = loaded;
    if (now == null || now.state.forgets() != forgets.get()) {
      return Optional.empty();
    }
    Duration oldest = now.state.decisions() == decisions.get() ? OLDEST : OLDEST_DECISION;
    return now.looked.plus(oldest).isAfter(clock.instant())
        ? Optional.of(now.snapshot)
        : Optional.empty();
  }

  /** Whether all was read, so that only what came since has to be. */
  public boolean isRead() {
    Loaded now = loaded;
    return now != null && now.state.forgets() == forgets.get();
  }

  private State state() {
    return new State(news.get(), decisions.get(), forgets.get());
  }

  /** Whether all is known that had happened at a moment, and it was looked lately enough. */
  private boolean known(State asked, Instant since) {
    Loaded now = loaded;
    return now != null
        && now.state.news() - asked.news() >= 0
        && now.state.decisions() - asked.decisions() >= 0
        && now.state.forgets() == forgets.get()
        && now.looked.isAfter(since);
  }

  /** How far the reading is that is going on. */
  public Progress progress() {
    return new Progress(read.get(), wanted);
  }

  private Future<?> begin(Runnable reader) {
    starting.lock();
    try {
      if (work == null || work.isDone()) {
        work = executor.submit(reader);
      }
      return work;
    } finally {
      starting.unlock();
    }
  }

  /** For nobody: what goes wrong is met again by whoever asks. */
  private void ahead() {
    try {
      look();
    } catch (RuntimeException problem) {
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-8007 The shop's events could not be read into memory; they are when somebody asks",
          problem);
    }
  }

  private void look() {
    Loaded now = loaded;
    if (now == null || now.state.forgets() != forgets.get() || !refresh(now)) {
      readAll();
    }
  }

  private void readAll() {
    reading.lock();
    try {
      State state = state();
      waiting.set(0);
      Instant begin = clock.instant();
      Optional<Instant> cut = records.cut(most());
      var fresh = new Loaded(state, new ShopColumns(cut));
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
      fresh.looked = begin;
      fresh.counted = begin;
      fresh.snapshot = snapshot(fresh.columns, begin);
      loaded = fresh;
    } finally {
      reading.unlock();
    }
  }

  private static int most() {
    long room = Runtime.getRuntime().maxMemory() / 8 / ACT_BYTES;
    return Math.clamp(room, FEWEST, MOST);
  }

  private ShopSnapshot snapshot(ShopColumns columns, Instant asOf) {
    return columns.snapshot(persons.register(Purpose.ANALYTICS), asOf);
  }

  /** Reads what came since; answers false where all has to be read anew. */
  private boolean refresh(Loaded now) {
    reading.lock();
    try {
      State state = state();
      read.set(0);
      wanted = waiting.getAndSet(0);
      Instant begin = clock.instant();
      Instant since = now.looked.minus(OVERLAP);
      Instant keep = begin.minus(OVERLAP);
      records.forEachActSince(
          since,
          row -> {
            now.columns.add(row, since);
            read.incrementAndGet();
          });
      records.forEachBasketSince(since, now.columns::put);
      now.columns.forgetBefore(keep);
      boolean changed =
          now.state.news() != state.news() || now.state.decisions() != state.decisions();
      if (isGone(now, begin, changed)) {
        forgets.compareAndSet(state.forgets(), state.forgets() + 1);
        return false;
      }
      ShopSnapshot fresh = snapshot(now.columns, begin);
      now.snapshot = fresh;
      now.looked = begin;
      now.state = state;
      return true;
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
