package io.shopkeeper.catalog.boundary;

import io.shopkeeper.catalog.clean.RecordCheck;
import io.shopkeeper.catalog.entity.PaymentTransaction;
import io.shopkeeper.catalog.transaction.TransactionStore;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Payments. */
@Stateless
public class Transactions {

  @Inject private TransactionStore store;
  @Inject private Event<TransactionsChanged> changed;
  @Inject private Clock clock;

  /**
   * Stores one, new or in place of the one with that id.
   *
   * @throws InvalidInputException with every fault
   */
  public void put(TransactionData transaction) {
    List<FieldError> errors = RecordCheck.check(transaction);
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    putAll(List.of(transaction));
  }

  /**
   * Stores those of a batch that can be stored; of two with one id the later counts.
   *
   * @return an outcome for each
   */
  public List<RowOutcome> putAll(List<TransactionData> batch) {
    Instant now = clock.instant();
    var outcomes = new ArrayList<RowOutcome>(batch.size());
    Map<String, TransactionData> valid = new HashMap<>();
    for (int row = 0; row < batch.size(); row++) {
      TransactionData transaction = batch.get(row);
      List<FieldError> errors = RecordCheck.check(transaction);
      RowStatus status = errors.isEmpty() ? RowStatus.ACCEPTED : RowStatus.QUARANTINED;
      outcomes.add(new RowOutcome(row, status, transaction.id(), errors));
      if (errors.isEmpty()) {
        valid.put(transaction.id(), transaction);
      }
    }
    Map<String, PaymentTransaction> known = store.findAll(valid.keySet());
    valid.forEach(
        (id, data) -> {
          PaymentTransaction kept = known.get(id);
          if (kept == null) {
            kept = new PaymentTransaction(id);
            kept.replace(data, now);
            store.add(kept);
          } else {
            kept.replace(data, now);
          }
        });
    if (!valid.isEmpty()) {
      changed.fire(new TransactionsChanged(now, List.copyOf(valid.values()), Set.of()));
    }
    return outcomes;
  }

  /** What is wrong with one; empty where it can be stored. */
  public List<FieldError> check(TransactionData transaction) {
    return RecordCheck.check(transaction);
  }

  /**
   * Those that were made at a time or later, in the order of time and ids.
   *
   * @param from inclusive
   * @param last the last one of the page before; null for the first page
   * @param limit 1 to 1,000
   */
  public List<TransactionData> since(Instant from, TransactionData last, int limit) {
    int most = Math.clamp(limit, 1, 1000);
    return (last == null
            ? store.since(from.toEpochMilli(), "", most)
            : store.since(last.time().toEpochMilli(), last.id(), most))
        .stream().map(PaymentTransaction::data).toList();
  }

  /** Those that exist, by id; a thousand ids at most. */
  public Map<String, TransactionData> findAll(Collection<String> ids) {
    var found = new HashMap<String, TransactionData>();
    store.findAll(ids).forEach((id, kept) -> found.put(id, kept.data()));
    return found;
  }

  /** One of them. */
  public Optional<TransactionData> find(String id) {
    return store.find(id).map(PaymentTransaction::data);
  }

  /** Removes one; answers whether there was one. */
  public boolean delete(String id) {
    Optional<PaymentTransaction> found = store.find(id);
    found.ifPresent(
        gone -> {
          store.remove(gone);
          changed.fire(new TransactionsChanged(clock.instant(), List.of(), Set.of(id)));
        });
    return found.isPresent();
  }

  /** How many there are. */
  public long count() {
    return store.count();
  }

  /** The payments of a customer, newest first. */
  public List<TransactionData> ofCustomer(String customerId, int limit) {
    return store.ofCustomer(customerId, Math.clamp(limit, 1, 500)).stream()
        .map(PaymentTransaction::data)
        .toList();
  }

  /** A page of all payments by id, such as for a training; at most 1,000. */
  public List<TransactionData> page(String afterId, int limit) {
    return store.page(afterId == null ? "" : afterId, Math.clamp(limit, 1, 1000)).stream()
        .map(PaymentTransaction::data)
        .toList();
  }
}
