package io.shopkeeper.fraud.erasure;

import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.Customers;
import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.Transactions;
import io.shopkeeper.catalog.boundary.person.PersonalUseEnded;
import io.shopkeeper.catalog.boundary.person.Subject;
import io.shopkeeper.fraud.attempt.AttemptStore;
import io.shopkeeper.fraud.boundary.ListKind;
import io.shopkeeper.fraud.boundary.RulesChanged;
import io.shopkeeper.fraud.cases.CaseFiler;
import io.shopkeeper.fraud.decision.DecisionStore;
import io.shopkeeper.fraud.entity.StoredDecision;
import io.shopkeeper.fraud.features.Fingerprint;
import io.shopkeeper.platform.boundary.AuditTrail;
import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Takes a customer who is removed out of lists, snoozes and texts of rules, in the same
 * transaction. Cards, devices and IP addresses stay in lists: they name nobody any more, and keep
 * out who stole them.
 */
@Stateless
public class ForgottenKeys {

  private static final int MOST = 500;

  @Inject private KeyTraceStore traces;
  @Inject private DecisionStore decisions;
  @Inject private AttemptStore attempts;
  @Inject private Customers customers;
  @Inject private Transactions transactions;
  @Inject private AuditTrail audit;
  @Inject private Event<RulesChanged> changed;

  /** A customer is gone. Before the others, who take away by what the customer is known here. */
  public void erased(
      @Observes(during = TransactionPhase.IN_PROGRESS) @Priority(Interceptor.Priority.APPLICATION)
          PersonalUseEnded ended) {
    if (!ended.erased()) {
      return;
    }
    for (Subject subject : ended.subjects()) {
      if (subject.kind() == Subject.Kind.CUSTOMER) {
        erase(keys(subject.id()));
      }
    }
  }

  private CustomerKeys keys(String customer) {
    Set<String> emails = new HashSet<>(attempts.emailKeys(customer));
    customers
        .find(customer)
        .map(CustomerData::email)
        .map(Fingerprint::ofEmail)
        .ifPresent(emails::add);
    List<String> payments =
        transactions.ofCustomer(customer, MOST).stream().map(TransactionData::id).toList();
    List<StoredDecision> decided = decisions.find(payments);
    decided.stream().map(StoredDecision::emailKey).filter(Objects::nonNull).forEach(emails::add);
    Set<String> addresses = new HashSet<>();
    decided.stream()
        .map(StoredDecision::addressKey)
        .filter(Objects::nonNull)
        .forEach(addresses::add);
    if (!addresses.isEmpty()) {
      addresses.removeAll(traces.sharedAddresses(addresses, payments));
    }
    return new CustomerKeys(customer, emails, addresses);
  }

  private void erase(CustomerKeys keys) {
    int entries = 0;
    int snoozes = 0;
    for (Map.Entry<ListKind, Set<String>> each : keys.byKind().entrySet()) {
      if (!each.getValue().isEmpty()) {
        entries += traces.removeEntries(each.getKey(), each.getValue());
        snoozes += traces.removeSnoozes(each.getKey(), each.getValue());
      }
    }
    int texts = traces.eraseTexts(keys);
    if (entries + snoozes + texts > 0) {
      audit.record(
          CaseFiler.SHOPKEEPER,
          "customer.forget",
          "lists, snoozes and rules",
          "%d list entries, %d snoozes, %d texts of rules".formatted(entries, snoozes, texts));
      changed.fire(new RulesChanged());
    }
  }
}
