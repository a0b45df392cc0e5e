package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.catalog.boundary.person.PersonalUseEnded;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/**
 * Removes what was shown to somebody who takes the consent back or is removed: with the decision
 * what is stored, right after it what waited to be stored. What another server stores in that
 * moment goes by the check before each batch is stored.
 */
@ApplicationScoped
public class ForgottenPeople {

  private static final System.Logger LOG = System.getLogger(ForgottenPeople.class.getName());

  @Inject private ImpressionStore store;
  @Inject private ImpressionLog log;

  /** With the decision. */
  public void stored(@Observes PersonalUseEnded ended) {
    store.remove(ended.keys());
  }

  /** After the decision. */
  public void waiting(@Observes(during = TransactionPhase.AFTER_SUCCESS) PersonalUseEnded ended) {
    try {
      log.forget(ended.keys());
    } catch (EJBException away) {
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-2007 what was shown to a person just before the refusal may be stored still",
          away);
    }
  }
}
