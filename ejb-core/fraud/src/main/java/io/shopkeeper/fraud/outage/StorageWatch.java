package io.shopkeeper.fraud.outage;

import io.shopkeeper.fraud.boundary.Missing;
import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.platform.boundary.StorageAway;
import io.shopkeeper.platform.boundary.StoragePatience;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Asks the database as long as it answers in time. Once it did not, nobody who judges a payment
 * waits for it any more until {@link JournalDrain} found that it is back. Safe for several threads.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StorageWatch {

  private static final System.Logger LOG = System.getLogger(StorageWatch.class.getName());

  /**
   * Who waits as many times longer than for one answer waits in vain, such as for a connection of
   * the pool: nobody else should.
   */
  private static final int STUCK = 3;

  @Inject private OutageKeeper outages;
  @Inject private Settings settings;
  @Inject private Clock clock;

  private final AtomicBoolean away = new AtomicBoolean();

  /** Who waits for an answer, since when. */
  private final Map<Object, Long> waiting = new ConcurrentHashMap<>();

  /**
   * Asks it something, with as much patience as the shop has set.
   *
   * @param question to an enterprise bean that begins a transaction of its own
   * @return empty where it does not answer, or not in time: then nothing was changed, or it is not
   *     known whether it was
   */
  public <T> Optional<T> ask(Supplier<T> question) {
    return away.get() ? Optional.empty() : tryIt(question);
  }

  /** The same even where it did not answer before. */
  public <T> Optional<T> tryIt(Supplier<T> question) {
    Duration patience = OutageSettings.patience(settings);
    long now = System.nanoTime();
    Duration stuck = patience.multipliedBy(STUCK);
    if (isStuck(now - stuck.toNanos())) {
      goAway("somebody has waited for longer than " + stuck.toMillis() + " ms", null);
      return Optional.empty();
    }
    var me = new Object();
    waiting.put(me, now);
    try {
      return Optional.of(StoragePatience.within(patience, question));
    } catch (EJBException failed) {
      if (!StorageAway.isSaidBy(failed)) {
        throw failed;
      }
      goAway("it does not answer", failed);
      return Optional.empty();
    } finally {
      waiting.remove(me);
    }
  }

  private boolean isStuck(long since) {
    return waiting.values().stream().anyMatch(begun -> begun - since < 0);
  }

  private void goAway(String why, Throwable cause) {
    if (!away.getAndSet(true)) {
      outages.begin(Missing.STORAGE, clock.instant());
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-9060 Payments are judged without the database and kept in the journal: " + why,
          cause);
    }
  }

  /** Whether nobody asks it now. */
  public boolean isAway() {
    return away.get();
  }

  /** It answers again. */
  public void isBack() {
    if (away.getAndSet(false)) {
      outages.end(Missing.STORAGE);
      LOG.log(
          System.Logger.Level.INFO,
          "SHOP-9061 The database answers again; the journal of payments is made up for");
    }
  }
}
