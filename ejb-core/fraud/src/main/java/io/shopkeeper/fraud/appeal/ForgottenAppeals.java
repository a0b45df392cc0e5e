package io.shopkeeper.fraud.appeal;

import io.shopkeeper.catalog.boundary.TransactionsChanged;
import io.shopkeeper.catalog.boundary.person.PersonalUseEnded;
import io.shopkeeper.catalog.boundary.person.Subject;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Appeals go with their payment, and with their customer; their words go with the case's notes. */
@Stateless
public class ForgottenAppeals {

  @Inject private AppealStore appeals;

  /** Payments are gone. */
  public void removed(@Observes(during = TransactionPhase.IN_PROGRESS) TransactionsChanged news) {
    if (!news.removed().isEmpty()) {
      appeals.remove(news.removed());
    }
  }

  /** A customer is gone. */
  public void erased(@Observes(during = TransactionPhase.IN_PROGRESS) PersonalUseEnded ended) {
    if (!ended.erased()) {
      return;
    }
    for (Subject subject : ended.subjects()) {
      if (subject.kind() == Subject.Kind.CUSTOMER) {
        appeals.erase(subject.id());
      }
    }
  }
}
