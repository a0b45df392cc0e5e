package io.shopkeeper.fraud.memory;

import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.TransactionStatus;
import io.shopkeeper.catalog.boundary.TransactionsChanged;
import io.shopkeeper.fraud.decision.Payments;
import io.shopkeeper.fraud.features.Deadline;
import io.shopkeeper.fraud.features.KeyKind;
import io.shopkeeper.fraud.features.Payment;
import io.shopkeeper.fraud.features.PaymentFeatures;
import io.shopkeeper.fraud.features.PaymentHistory;
import io.shopkeeper.fraud.features.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The payments in memory: those that are read at the start, with what is stored meanwhile and
 * afterwards. What is read does not overwrite what came later. Safe for several threads.
 */
final class LivePayments {

  /** How long payments are kept in memory. */
  static final Duration KEPT = Duration.ofDays(180);

  private final ReentrantLock lock = new ReentrantLock();
  private final PaymentHistory history = new PaymentHistory();

  /** Ids of those with a decision: when they were declined is known from it. */
  private final Set<String> judged = new HashSet<>();

  /** Ids that came while all are read; null when that is done. */
  private Set<String> touched = new HashSet<>();

  private Instant from;

  /** Those that came while the lock was held for too long; taken in by the next who has it. */
  private final Queue<Payment> late = new ConcurrentLinkedQueue<>();

  /**
   * What is known of a payment.
   *
   * @param features in the order of {@link PaymentFeatures}; NaN for those that were late
   * @param complete whether all that belongs to them was in memory
   * @param read whether all payments are in memory
   * @param inTime whether all features were worked out
   * @param before what stood here under this id
   */
  record Look(
      double[] features,
      boolean complete,
      boolean read,
      boolean inTime,
      Optional<Payment> before) {}

  /**
   * Holds nothing yet.
   *
   * @param from what was made before it is not kept
   */
  LivePayments(Instant from) {
    this.from = from;
  }

  /** What is known of a payment now, and takes it in: the next one sees it. */
  Look enter(Payment payment, Deadline deadline) {
    if (!isLockedWithin(deadline)) {
      late.add(payment);
      return new Look(PaymentFeatures.alone(payment), true, true, false, Optional.empty());
    }
    try {
      PaymentFeatures.Known known = PaymentFeatures.of(payment, history, deadline);
      boolean reaches = payment.time() - Window.LONGEST.length().toMillis() >= from.toEpochMilli();
      boolean read = touched == null;
      return new Look(known.values(), read && reaches, read, known.complete(), takeIn(payment));
    } finally {
      lock.unlock();
    }
  }

  private boolean isLockedWithin(Deadline deadline) {
    try {
      if (!lock.tryLock(deadline.nanosLeft(), TimeUnit.NANOSECONDS)) {
        return false;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
    settle();
    return true;
  }

  private void lock() {
    lock.lock();
    settle();
  }

  private void settle() {
    for (Payment one = late.poll(); one != null; one = late.poll()) {
      takeIn(one);
    }
  }

  private Optional<Payment> takeIn(Payment payment) {
    touch(payment.id());
    judged.add(payment.id());
    return put(payment);
  }

  /** Takes one in that was judged before, and that the database does not have yet. */
  void recall(Payment payment) {
    lock();
    try {
      takeIn(payment);
    } finally {
      lock.unlock();
    }
  }

  /** Whether one is in memory that was judged. */
  boolean isJudged(String id) {
    lock();
    try {
      return judged.contains(id);
    } finally {
      lock.unlock();
    }
  }

  /** The latest payments of one key, in the order of time. */
  List<Payment> latest(KeyKind kind, String key, int most) {
    lock();
    try {
      return history.latest(kind, key, most);
    } finally {
      lock.unlock();
    }
  }

  /** One payment. */
  Optional<Payment> find(String id) {
    lock();
    try {
      return history.find(id);
    } finally {
      lock.unlock();
    }
  }

  /** Takes a payment back that was entered and could not be stored. */
  void leave(String id, Optional<Payment> before) {
    lock();
    try {
      history.remove(id);
      judged.remove(id);
      before.ifPresent(this::put);
    } finally {
      lock.unlock();
    }
  }

  /** Follows what was committed. */
  void changed(TransactionsChanged news) {
    lock();
    try {
      news.stored().forEach(data -> stored(data, news.at()));
      for (String id : news.removed()) {
        touch(id);
        history.remove(id);
        judged.remove(id);
      }
    } finally {
      lock.unlock();
    }
  }

  private void stored(TransactionData data, Instant at) {
    touch(data.id());
    Optional<Payment> known = history.find(data.id()).filter(one -> judged.contains(one.id()));
    put(known.map(one -> later(one, data, at)).orElseGet(() -> Payments.of(data)));
  }

  private static Payment later(Payment known, TransactionData data, Instant at) {
    return Payments.of(
        data,
        new Payments.Beside(
            known.email(),
            known.address(),
            known.deliveryCountry(),
            since(known.declinedAt(), data.status() == TransactionStatus.DECLINED, at),
            since(known.refundedAt(), data.status() == TransactionStatus.REFUNDED, at)));
  }

  private static Long since(long known, boolean now, Instant at) {
    if (known != Payment.NEVER) {
      return known;
    }
    return now ? at.toEpochMilli() : null;
  }

  /** Takes a page in that was read. */
  void read(List<TransactionData> page, Map<String, Payments.Beside> beside) {
    lock();
    try {
      for (TransactionData data : page) {
        Payments.Beside its = beside.get(data.id());
        if (!touched.contains(data.id())) {
          put(its == null ? Payments.of(data) : Payments.of(data, its));
        }
        if (its != null && history.find(data.id()).isPresent()) {
          judged.add(data.id());
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** All is read. */
  void complete() {
    lock();
    try {
      touched = null;
    } finally {
      lock.unlock();
    }
  }

  /** Forgets what was made before a time. */
  void forgetBefore(Instant time) {
    lock();
    try {
      from = time;
      history.removeBefore(time.toEpochMilli());
      judged.removeIf(id -> history.find(id).isEmpty());
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock();
    try {
      return history.size();
    } finally {
      lock.unlock();
    }
  }

  /** Does something while nobody else can look or enter. */
  void whileHeld(Runnable task) {
    lock();
    try {
      task.run();
    } finally {
      lock.unlock();
    }
  }

  private Optional<Payment> put(Payment payment) {
    if (payment.time() < from.toEpochMilli()) {
      return Optional.empty();
    }
    return history.put(payment);
  }

  private void touch(String id) {
    if (touched != null) {
      touched.add(id);
    }
  }
}
