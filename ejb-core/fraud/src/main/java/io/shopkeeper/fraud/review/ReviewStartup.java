package io.shopkeeper.fraud.review;

import io.shopkeeper.platform.boundary.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Judges what waits three times a minute, and once after the start what was stored before reviews
 * were judged.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@DependsOn("FraudTrainingStartup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReviewStartup {

  private static final System.Logger LOG = System.getLogger(ReviewStartup.class.getName());

  @Inject private ReviewJudge judge;
  @Inject private Settings settings;

  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicBoolean caughtUp = new AtomicBoolean();

  @PostConstruct
  void begin() {
    ReviewSettings.offer(settings);
  }

  /** Called by the timer; public, or Payara would not call it. */
  @Schedule(hour = "*", minute = "*", second = "5,25,45", persistent = false)
  public void look() {
    if (busy.getAndSet(true)) {
      return;
    }
    try {
      if (!caughtUp.get()) {
        catchUp();
        caughtUp.set(true);
      }
      while (judge.next() > 0) {
        // The next part in a transaction of its own.
      }
    } catch (EJBException failed) {
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-9031 Reviews could not be judged; the next look tries again",
          failed);
    } finally {
      busy.set(false);
    }
  }

  private void catchUp() {
    Optional<String> last = judge.behind("");
    while (last.isPresent()) {
      last = judge.behind(last.get());
    }
  }
}
