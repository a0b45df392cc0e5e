package io.shopkeeper.fraud.decision;

import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.TransactionOutcome;
import io.shopkeeper.catalog.boundary.TransactionStatus;
import io.shopkeeper.catalog.boundary.Transactions;
import io.shopkeeper.catalog.boundary.TransactionsChanged;
import io.shopkeeper.fraud.cases.Alerts;
import io.shopkeeper.fraud.entity.StoredDecision;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decisions in the database, each written in one transaction with its payment. */
@Stateless
public class DecisionLedger {

  @Inject private DecisionStore store;
  @Inject private LabelStore labels;
  @Inject private Alerts alerts;
  @Inject private Transactions transactions;

  /** Those of payments, by their ids. */
  public Map<String, StoredDecision> find(Collection<String> ids) {
    Map<String, StoredDecision> found = new HashMap<>();
    store.find(ids).forEach(decision -> found.put(decision.transactionId(), decision));
    return found;
  }

  /** Keeps decisions and their payments: all of them or, with an exception, none. */
  public List<StoredDecision> keep(List<Judgement> judgements) {
    Map<String, TransactionData> known =
        transactions.findAll(judgements.stream().map(one -> one.transaction().id()).toList());
    transactions.putAll(
        judgements.stream()
            .map(Judgement::transaction)
            .map(data -> withOutcome(data, known.get(data.id())))
            .toList());
    List<StoredDecision> decisions = judgements.stream().map(Judgement::stored).toList();
    store.add(decisions, judgements.stream().flatMap(one -> one.storedHits().stream()).toList());
    alerts.raise(decisions);
    return decisions;
  }

  /** What a payment turned out to be stays known where it is judged afterwards. */
  private static TransactionData withOutcome(TransactionData data, TransactionData known) {
    TransactionOutcome outcome = known == null ? null : known.outcome();
    return outcome == null
        ? data
        : new TransactionData(
            data.id(),
            data.orderId(),
            data.customerId(),
            data.amount(),
            data.currency(),
            data.method(),
            data.cardFingerprint(),
            data.device(),
            data.ip(),
            data.country(),
            data.status(),
            outcome,
            data.time());
  }

  /**
   * Notes when it became known that payments were declined or paid back, with the change itself.
   */
  public void noted(@Observes(during = TransactionPhase.IN_PROGRESS) TransactionsChanged changed) {
    List<String> declined = ids(changed, TransactionStatus.DECLINED);
    if (!declined.isEmpty()) {
      store.declined(declined, changed.at().toEpochMilli());
    }
    List<String> refunded = ids(changed, TransactionStatus.REFUNDED);
    if (!refunded.isEmpty()) {
      store.refunded(refunded, changed.at().toEpochMilli());
    }
  }

  private static List<String> ids(TransactionsChanged changed, TransactionStatus status) {
    return changed.stored().stream()
        .filter(data -> data.status() == status)
        .map(TransactionData::id)
        .toList();
  }

  /** What is known of payments beside the catalog, by their ids. */
  public Map<String, Payments.Beside> beside(Collection<String> ids) {
    Map<String, Payments.Beside> found = new HashMap<>();
    store
        .find(ids)
        .forEach(
            one ->
                found.put(
                    one.transactionId(),
                    new Payments.Beside(
                        one.emailKey(),
                        one.addressKey(),
                        one.deliveryCountry(),
                        one.declinedAt(),
                        one.refundedAt())));
    return found;
  }

  /** What people here said that payments turned out to be, by their ids. */
  public Map<String, TransactionOutcome> labels(Collection<String> ids) {
    return labels.current(ids);
  }
}
