package io.shopkeeper.fraud.attempt;

import io.shopkeeper.catalog.boundary.person.PersonalUseEnded;
import io.shopkeeper.catalog.boundary.person.Subject;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/**
 * Sign-ins and sign-ups go with their customer, in the same transaction. That somebody refuses
 * personal use changes nothing here: the shop guards accounts against thieves.
 */
@Stateless
public class ForgottenAttempts {

  @Inject private AttemptStore store;

  /** A customer is gone. */
  public void erased(@Observes(during = TransactionPhase.IN_PROGRESS) PersonalUseEnded ended) {
    if (!ended.erased()) {
      return;
    }
    for (Subject subject : ended.subjects()) {
      if (subject.kind() == Subject.Kind.CUSTOMER) {
        store.erase(subject.id());
      }
    }
  }
}
