package io.shopkeeper.fraud.decision;

import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.Transactions;
import io.shopkeeper.catalog.boundary.TransactionsChanged;
import io.shopkeeper.catalog.boundary.person.PersonalUseEnded;
import io.shopkeeper.catalog.boundary.person.Subject;
import io.shopkeeper.fraud.cases.CaseStore;
import io.shopkeeper.fraud.outage.OutageStore;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;

/**
 * What this module keeps goes with what it is about, in the same transaction: with a payment its
 * decision, its labels and its place in a case; with a customer what tells who paid. That somebody
 * refuses personal use changes nothing here: the shop guards itself and others against fraud.
 */
@Stateless
public class ForgottenPayments {

  /** Payments of a customer; the interface of the catalog gives no more. */
  private static final int MOST = 500;

  @Inject private DecisionStore decisions;
  @Inject private LabelStore labels;
  @Inject private CaseStore cases;
  @Inject private OutageStore outages;
  @Inject private Transactions transactions;

  /** Payments are gone. */
  public void removed(@Observes(during = TransactionPhase.IN_PROGRESS) TransactionsChanged news) {
    if (!news.removed().isEmpty()) {
      decisions.remove(news.removed());
      labels.remove(news.removed());
      cases.forget(news.removed());
      outages.forget(news.removed());
    }
  }

  /** A customer is gone; the payments stay in the books. */
  public void erased(@Observes(during = TransactionPhase.IN_PROGRESS) PersonalUseEnded ended) {
    if (!ended.erased()) {
      return;
    }
    for (Subject subject : ended.subjects()) {
      if (subject.kind() == Subject.Kind.CUSTOMER) {
        erase(subject.id());
      }
    }
  }

  private void erase(String customer) {
    List<String> payments =
        transactions.ofCustomer(customer, MOST).stream().map(TransactionData::id).toList();
    if (!payments.isEmpty()) {
      decisions.mask(payments);
    }
    cases.erase(customer);
    outages.erase(customer);
  }
}
