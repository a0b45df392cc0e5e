package io.shopkeeper.fraud.cases;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes alerts into cases, one after the other, behind the answers to the shop: two payments of one
 * customer never open two cases side by side. What a crash left undone is done at the next look.
 */
@ManagedExecutorDefinition(name = CaseClerk.EXECUTOR, maxAsync = 1)
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CaseClerk {

  /** The thread that does it: its own, for answers must not wait. */
  static final String EXECUTOR = "java:app/concurrent/ShopkeeperCases";

  private static final int PAGE = 100;
  private static final System.Logger LOG = System.getLogger(CaseClerk.class.getName());

  @Resource(lookup = EXECUTOR)
  private ManagedExecutorService executor;

  @Inject private CaseFiler filer;

  private final AtomicBoolean asked = new AtomicBoolean();

  /** After the decisions are committed. */
  public void raised(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlertsRaised news) {
    look();
  }

  /** Looks for alerts soon; asked many times, it looks once. */
  public void look() {
    if (!asked.getAndSet(true)) {
      var unused = executor.submit(this::fileAll);
    }
  }

  private void fileAll() {
    asked.set(false);
    int filed;
    do {
      filed = 0;
      for (String payment : waiting()) {
        filed += file(payment) ? 1 : 0;
      }
    } while (filed > 0);
  }

  private List<String> waiting() {
    try {
      return filer.waiting(PAGE);
    } catch (EJBException unreachable) {
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-9011 Alerts could not be read; the next look tries again",
          unreachable);
      return List.of();
    }
  }

  private boolean file(String payment) {
    try {
      filer.file(payment);
      return true;
    } catch (EJBException failed) {
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-9012 Payment " + payment + " was not taken into a case; the next look tries again",
          failed);
      return false;
    }
  }
}
