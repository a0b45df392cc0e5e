package io.shopkeeper.fraud.training;

import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.TransactionOutcome;
import io.shopkeeper.catalog.boundary.Transactions;
import io.shopkeeper.fraud.decision.DecisionLedger;
import io.shopkeeper.fraud.decision.Payments;
import io.shopkeeper.fraud.features.Payment;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The payments of the shop in the order of time, each with what was known of it at its moment and
 * what it turned out to be. What people here said is stronger than what was delivered; a payment of
 * which nobody said anything counts as good when it is old enough.
 */
public final class PaymentWalk {

  private static final int PAGE = 1000;

  private final Transactions transactions;
  private final DecisionLedger ledger;

  public PaymentWalk(Transactions transactions, DecisionLedger ledger) {
    this.transactions = transactions;
    this.ledger = ledger;
  }

  /**
   * A payment.
   *
   * @param features as of its moment, from the payments that were walked before
   * @param fraud what it turned out to be; empty while nobody knows
   */
  public record Step(Payment payment, double[] features, Optional<Boolean> fraud) {}

  /** Looks at payments. */
  @FunctionalInterface
  public interface Visitor {
    void visit(Step step) throws IOException;
  }

  /**
   * Walks.
   *
   * @param from the first
   * @param until the last, included
   * @param good what is older counts as good where nobody said anything
   * @param each looks at each
   * @param pages hears now and then up to when it has come, in milliseconds since 1970
   * @return how many there were
   */
  public long walk(Instant from, Instant until, Instant good, Visitor each, LongConsumer pages)
      throws IOException {
    var replay = new PaymentReplay();
    long read = 0;
    TransactionData last = null;
    List<TransactionData> page;
    do {
      page = transactions.since(from, last, PAGE);
      List<String> ids = page.stream().map(TransactionData::id).toList();
      Map<String, Payments.Beside> beside = ledger.beside(ids);
      Map<String, TransactionOutcome> marked = ledger.labels(ids);
      for (TransactionData data : page) {
        last = data;
        if (data.time().isAfter(until)) {
          return read;
        }
        Payments.Beside its = beside.get(data.id());
        Payment payment = its == null ? Payments.of(data) : Payments.of(data, its);
        each.visit(
            new Step(payment, replay.next(payment), label(data, marked.get(data.id()), good)));
        read++;
      }
      pages.accept(last == null ? until.toEpochMilli() : last.time().toEpochMilli());
    } while (page.size() == PAGE);
    return read;
  }

  /** Whether it was fraud; empty while that cannot be known yet. */
  private static Optional<Boolean> label(
      TransactionData data, TransactionOutcome marked, Instant good) {
    TransactionOutcome outcome = marked == null ? data.outcome() : marked;
    if (outcome == null) {
      return data.time().isBefore(good) ? Optional.of(false) : Optional.empty();
    }
    return Optional.of(outcome != TransactionOutcome.CLEARED);
  }
}
