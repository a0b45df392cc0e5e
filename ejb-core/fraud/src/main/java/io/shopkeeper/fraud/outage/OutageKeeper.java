package io.shopkeeper.fraud.outage;

import io.shopkeeper.fraud.boundary.Missing;
import io.shopkeeper.fraud.boundary.OutageView;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The book of what is missing, for this server; written when the database answers. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutageKeeper {

  @Inject private OutageLedger ledger;
  @Inject private Clock clock;

  private final ReentrantLock lock = new ReentrantLock();
  private final OutageBook book = new OutageBook();
  private boolean leftOpenEnded;

  /** Something is missing since a time. */
  public void begin(Missing missing, Instant at) {
    with(
        open -> {
          open.begin(missing, at);
          return null;
        });
  }

  /** So many decisions were made without it, now. */
  public void decided(Missing missing, int decisions) {
    Instant now = clock.instant();
    with(
        open -> {
          open.decided(missing, decisions, now);
          return null;
        });
  }

  /** It is there again. */
  public void end(Missing missing) {
    Instant now = clock.instant();
    with(
        open -> {
          open.end(missing, now);
          return null;
        });
  }

  /** So many decisions were stored afterwards, and so many put aside. */
  public void madeUp(int stored, int aside) {
    with(
        open -> {
          open.madeUp(stored, aside);
          return null;
        });
  }

  /** What is missing now. */
  public List<OutageView> running() {
    return with(OutageBook::running);
  }

  /** Whether there is something to write. */
  public boolean hasNews() {
    Instant now = clock.instant();
    return with(
        open -> {
          open.look(now);
          return !open.unwritten().isEmpty();
        });
  }

  /** Writes what has changed; fails where the database does not answer. */
  public void write() {
    if (!leftOpenEnded) {
      ledger.endLeftOpen();
      leftOpenEnded = true;
    }
    List<OutageBook.Line> lines = with(OutageBook::unwritten);
    if (!lines.isEmpty()) {
      ledger.keep(lines);
      with(
          open -> {
            open.written(lines);
            return null;
          });
    }
  }

  private <T> T with(Function<OutageBook, T> task) {
    lock.lock();
    try {
      return task.apply(book);
    } finally {
      lock.unlock();
    }
  }
}
