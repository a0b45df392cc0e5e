package io.shopkeeper.fraud.cases;

import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.TransactionOutcome;
import io.shopkeeper.catalog.boundary.TransactionsChanged;
import io.shopkeeper.fraud.boundary.cases.CaseAct;
import io.shopkeeper.fraud.boundary.cases.CaseOutcome;
import io.shopkeeper.fraud.boundary.cases.CaseState;
import io.shopkeeper.fraud.entity.StoredCase;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;

/** Follows what becomes known of payments elsewhere: a chargeback comes weeks after a case. */
@Stateless
public class CaseFollower {

  @Inject private CaseStore cases;
  @Inject private Clock clock;

  /** Somebody said on another page, or the shop, what a payment was. */
  public void labelled(String payment, TransactionOutcome label, String by) {
    cases.caseOf(payment).flatMap(cases::hold).ifPresent(file -> follow(file, payment, label, by));
  }

  /** The shop delivered a payment with a chargeback. */
  public void delivered(@Observes(during = TransactionPhase.IN_PROGRESS) TransactionsChanged news) {
    news.stored().stream()
        .filter(data -> data.outcome() == TransactionOutcome.CHARGEBACK)
        .map(TransactionData::id)
        .forEach(id -> labelled(id, TransactionOutcome.CHARGEBACK, CaseFiler.SHOPKEEPER));
  }

  private void follow(StoredCase file, String payment, TransactionOutcome label, String by) {
    CaseOutcome outcome = CaseOutcome.valueOf(label.name());
    if (file.state() == CaseState.CLOSED) {
      if (file.outcome() == outcome) {
        return;
      }
      file.correct(outcome);
    }
    cases.write(file.id(), clock.instant(), by, CaseAct.LABELLED, payment + " " + label);
  }
}
