package io.shopkeeper.fraud.review;

import io.shopkeeper.catalog.boundary.ReviewsChanged;
import io.shopkeeper.catalog.boundary.person.PersonalUseEnded;
import io.shopkeeper.catalog.boundary.person.Subject;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/**
 * Notes in the same transaction which reviews are to be judged, and forgets those that are gone.
 */
@Stateless
public class ReviewWatch {

  @Inject private ReviewScoreStore store;

  /** Reviews are new, changed or gone. */
  public void changed(@Observes(during = TransactionPhase.IN_PROGRESS) ReviewsChanged news) {
    if (!news.removed().isEmpty()) {
      store.remove(news.removed());
    }
    store.due(news.stored());
  }

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
