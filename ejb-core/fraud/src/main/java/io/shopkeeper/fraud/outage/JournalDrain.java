package io.shopkeeper.fraud.outage;

import io.shopkeeper.fraud.boundary.Missing;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks every second whether the database is back, stores what the journal holds, and writes what
 * was missing.
 */
@ManagedExecutorDefinition(name = JournalDrain.EXECUTOR, maxAsync = 1)
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@DependsOn("FraudTrainingStartup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JournalDrain {

  /** The thread that does it: its own, for a database that has frozen is waited for. */
  static final String EXECUTOR = "java:app/concurrent/ShopkeeperJournal";

  private static final int PART = 200;
  private static final int LONGEST_REASON = 500;
  private static final System.Logger LOG = System.getLogger(JournalDrain.class.getName());

  @Resource(lookup = EXECUTOR)
  private ManagedExecutorService executor;

  @Inject private StorageWatch storage;
  @Inject private PendingPayments pending;
  @Inject private JournalLedger ledger;
  @Inject private OutageKeeper outages;
  @Inject private Settings settings;

  private final AtomicBoolean busy = new AtomicBoolean();

  @PostConstruct
  void begin() {
    OutageSettings.offer(settings);
  }

  /** Called by the timer; public, or Payara would not call it. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void look() {
    boolean due = storage.isAway() || pending.size() > 0 || outages.hasNews();
    if (due && !busy.getAndSet(true)) {
      try {
        var unused = executor.submit(this::run);
      } catch (IllegalStateException stopping) {
        busy.set(false);
        LOG.log(System.Logger.Level.DEBUG, "the server stops", stopping);
      }
    }
  }

  private void run() {
    try {
      boolean answers = true;
      while (answers && pending.size() > 0) {
        answers = storeSome(pending.first(PART));
      }
      if (answers && storage.tryIt(this::write).isPresent()) {
        back();
      }
    } catch (EJBException failed) {
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-9066 What was missing could not be written; the next look tries again",
          failed);
    } finally {
      busy.set(false);
    }
  }

  /** Also ends what a server that died had begun. */
  private void back() {
    storage.isBack();
    outages.end(Missing.STORAGE);
  }

  private boolean write() {
    outages.write();
    return true;
  }

  private boolean storeSome(List<JournalEntry> part) {
    Optional<JournalLedger.Done> done;
    try {
      done = storage.tryIt(() -> ledger.store(part));
    } catch (EJBException refused) {
      return part.size() == 1 ? putAside(part.getFirst(), refused) : oneByOne(part);
    }
    done.ifPresent(
        one -> {
          storage.isBack();
          finish(part, one);
        });
    return done.isPresent();
  }

  private void finish(List<JournalEntry> part, JournalLedger.Done done) {
    pending.done(part.stream().map(JournalEntry::id).toList());
    outages.madeUp(done.stored(), done.aside());
  }

  private boolean oneByOne(List<JournalEntry> part) {
    for (JournalEntry entry : part) {
      if (!storeSome(List.of(entry))) {
        return false;
      }
    }
    return true;
  }

  /** What the database refuses must not keep the others from being stored. */
  private boolean putAside(JournalEntry entry, EJBException refused) {
    Throwable last = refused;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    String why = "the database refuses it: " + last.getMessage();
    String reason = why.substring(0, Math.min(LONGEST_REASON, why.length()));
    LOG.log(
        System.Logger.Level.ERROR,
        "SHOP-9067 The decision of payment " + entry.id() + " is put aside: " + reason,
        refused);
    boolean aside =
        storage
            .tryIt(
                () -> {
                  ledger.putAside(entry, reason);
                  return true;
                })
            .isPresent();
    if (aside) {
      finish(List.of(entry), new JournalLedger.Done(0, 1));
    }
    return aside;
  }
}
