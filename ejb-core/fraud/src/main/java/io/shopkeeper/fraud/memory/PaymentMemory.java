package io.shopkeeper.fraud.memory;

import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.Transactions;
import io.shopkeeper.catalog.boundary.TransactionsChanged;
import io.shopkeeper.fraud.decision.DecisionLedger;
import io.shopkeeper.fraud.features.Deadline;
import io.shopkeeper.fraud.features.KeyKind;
import io.shopkeeper.fraud.features.Payment;
import io.shopkeeper.fraud.outage.PendingPayments;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What came before a payment, without asking the database. What this server stores is seen at once;
 * what another server stores only after the next start. Safe for several threads.
 */
@ManagedExecutorDefinition(name = PaymentMemory.EXECUTOR, maxAsync = 1)
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentMemory {

  /** The thread that reads all: its own, for it may take long. */
  static final String EXECUTOR = "java:app/concurrent/ShopkeeperPayments";

  /** Until all is read, so long; then it is said that history was missing. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int PAGE = 1000;
  private static final System.Logger LOG = System.getLogger(PaymentMemory.class.getName());

  @Resource(lookup = EXECUTOR)
  private ManagedExecutorService executor;

  @Inject private Transactions transactions;
  @Inject private DecisionLedger ledger;
  @Inject private PendingPayments pending;
  @Inject private Clock clock;

  private final ReentrantLock starting = new ReentrantLock();
  private final Set<String> inHand = new HashSet<>();
  private volatile LivePayments payments;
  private volatile boolean allRead;
  private Future<?> reading;

  /**
   * What is known of a payment.
   *
   * @param features in the order of the list of features; NaN for those that were late
   * @param complete whether all that belongs to them was in memory
   * @param read whether all payments are in memory
   * @param inTime whether all features were worked out
   * @param before what stood there under this id
   */
  public record Look(
      double[] features,
      boolean complete,
      boolean read,
      boolean inTime,
      Optional<Payment> before) {}

  /** Begins to read what is stored, unless that is done or being done. */
  public Future<?> read() {
    starting.lock();
    try {
      if (reading == null) {
        live();
        reading = executor.submit(this::readAll);
      }
      return reading;
    } finally {
      starting.unlock();
    }
  }

  private LivePayments live() {
    starting.lock();
    try {
      if (payments == null) {
        var begun = new LivePayments(clock.instant().minus(LivePayments.KEPT));
        pending.payments().forEach(begun::recall);
        payments = begun;
      }
      return payments;
    } finally {
      starting.unlock();
    }
  }

  private void readAll() {
    LivePayments into = live();
    Instant from = clock.instant().minus(LivePayments.KEPT);
    TransactionData last = null;
    List<TransactionData> page;
    do {
      page = transactions.since(from, last, PAGE);
      into.read(page, ledger.beside(page.stream().map(TransactionData::id).toList()));
      last = page.isEmpty() ? last : page.getLast();
    } while (page.size() == PAGE);
    into.complete();
    allRead = true;
    LOG.log(
        System.Logger.Level.INFO,
        "SHOP-9001 {0} payments are in memory",
        Integer.toString(into.size()));
  }

  /**
   * What is known of a payment now, and takes it in, so that the next one sees it.
   *
   * @param deadline what is not known by then is NaN
   */
  public Look enter(Payment payment, Deadline deadline) {
    LivePayments.Look look = live().enter(payment, deadline);
    return new Look(look.features(), look.complete(), look.read(), look.inTime(), look.before());
  }

  /** Waits while all is still being read after a start, ten seconds at most. */
  public void awaitAll() {
    if (allRead) {
      return;
    }
    awaitReading();
  }

  private void awaitReading() {
    try {
      read().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException still) {
      LOG.log(System.Logger.Level.DEBUG, "payments are still being read", still);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-9002 The payments could not be read into memory; the next to ask tries again",
          failed.getCause());
      readAgain();
    }
  }

  private void readAgain() {
    starting.lock();
    try {
      reading = null;
    } finally {
      starting.unlock();
    }
  }

  /** The latest payments of one key that are in memory, in the order of time. */
  public List<Payment> latest(KeyKind kind, String key, int most) {
    return live().latest(kind, key, most);
  }

  /** A payment, if it is in memory. */
  public Optional<Payment> find(String id) {
    return live().find(id);
  }

  /** Whether a payment is in memory that was judged. */
  public boolean isJudged(String id) {
    return live().isJudged(id);
  }

  /** Takes a payment back that was entered and could not be stored. */
  public void leave(String id, Optional<Payment> before) {
    live().leave(id, before);
  }

  /**
   * Takes ids in hand, so that nobody else judges them meanwhile.
   *
   * @return those that somebody else has in hand
   */
  public Set<String> take(List<String> ids) {
    starting.lock();
    try {
      Set<String> others = new HashSet<>();
      for (String id : ids) {
        if (!inHand.add(id)) {
          others.add(id);
        }
      }
      return others;
    } finally {
      starting.unlock();
    }
  }

  /** Lets go of ids. */
  public void release(List<String> ids) {
    starting.lock();
    try {
      inHand.removeAll(new HashSet<>(ids));
    } finally {
      starting.unlock();
    }
  }

  /** Follows what was stored. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) TransactionsChanged news) {
    live().changed(news);
  }

  /** Forgets what no payment of now can see any more. */
  public void forget() {
    live().forgetBefore(clock.instant().minus(LivePayments.KEPT));
  }
}
