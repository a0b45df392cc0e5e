package io.shopkeeper.fraud.boundary.cases;

import io.shopkeeper.catalog.boundary.TransactionOutcome;
import io.shopkeeper.fraud.cases.CaseListStore;
import io.shopkeeper.fraud.cases.CaseSettings;
import io.shopkeeper.fraud.cases.CaseStore;
import io.shopkeeper.fraud.decision.LabelStore;
import io.shopkeeper.fraud.entity.StoredCase;
import io.shopkeeper.fraud.entity.StoredLabel;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.RowCount;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Cases for the people who work them. Who takes a case holds its lock; others cannot act on it
 * until it is released, or nothing was done for some minutes.
 */
@Stateless
public class CaseDesk {

  /** Longest note, in characters. */
  public static final int LONGEST_NOTE = 4000;

  /** The value of the filter {@code clock} for what should be closed by now. */
  public static final String OVERDUE = "OVERDUE";

  private static final int PAYMENTS = 200;
  private static final int JOURNAL = 500;
  private static final int TRIES = 20;
  private static final int ROUNDS = 5;
  private static final long TOP = Long.MAX_VALUE;

  @Inject private CaseStore cases;
  @Inject private CaseListStore lists;
  @Inject private LabelStore labels;
  @Inject private Settings settings;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Cases. Sorted by {@code priority} (with what is due), {@code due, risk, opened}; filtered by
   * {@code state} (or {@code ACTIVE}), {@code queue, priority, outcome, assignee, subject, clock}
   * ({@link #OVERDUE}) and {@code day}; the most urgent first.
   */
  public ListPage<CaseRow> page(ListQuery query) {
    return lists.page(now(query));
  }

  /** How many cases fit. */
  public RowCount count(ListQuery query) {
    return lists.count(now(query));
  }

  private ListQuery now(ListQuery query) {
    if (!OVERDUE.equals(query.filters().get(CaseListStore.CLOCK))) {
      return query;
    }
    Map<String, String> filters = new TreeMap<>(query.filters());
    filters.put(CaseListStore.CLOCK, Long.toString(clock.millis()));
    return new ListQuery(
        filters,
        query.sort(),
        query.descending(),
        query.cursor(),
        query.backwards(),
        query.limit());
  }

  /** What waits, by queue. */
  public List<QueueCount> queues() {
    return cases.queues(clock.instant());
  }

  /** How many cases wait for a supervisor. */
  public long escalated() {
    return cases.escalated();
  }

  /** One case with its payments and its journal. */
  public Optional<CaseFile> find(long id) {
    return cases
        .find(id)
        .map(
            file ->
                new CaseFile(
                    file.view(),
                    cases.payments(id, PAYMENTS),
                    cases.journal(id, JOURNAL),
                    needsApproval(file)));
  }

  /** The case of a payment. */
  public Optional<Long> ofPayment(String transaction) {
    return cases.caseOf(transaction);
  }

  private boolean needsApproval(StoredCase file) {
    return file.blockedCents() > 0 && file.blockedCents() >= CaseSettings.approvalFrom(settings);
  }

  /**
   * Hands out the most urgent case that nobody works on and that is given to nobody else, and locks
   * it. Of two who ask at the same time each gets another one.
   *
   * @param queue empty for any
   * @param leaving the case that this person comes from: it is released, and what comes is the one
   *     behind it, or the first again after the last; 0 for none
   * @return empty when nothing waits
   */
  public Optional<Long> next(String queue, long leaving, CaseWorker by) {
    long below = leave(leaving, by);
    return claim(queue, by, leaving, below)
        .or(() -> below == TOP ? Optional.empty() : claim(queue, by, leaving, TOP));
  }

  /** Lets go of a case; answers its urgency, below which it goes on, unless it is done. */
  private long leave(long id, CaseWorker by) {
    Optional<StoredCase> left = id > 0 ? cases.hold(id) : Optional.empty();
    left.filter(file -> file.view().heldBy(by.name(), clock.instant()))
        .ifPresent(
            file -> {
              file.assign("");
              write(id, by, CaseAct.RELEASED, "");
            });
    return left.filter(file -> file.state() != CaseState.CLOSED)
        .map(StoredCase::urgency)
        .orElse(TOP);
  }

  private Optional<Long> claim(String queue, CaseWorker by, long without, long below) {
    for (int round = 0; round < ROUNDS; round++) {
      Instant now = clock.instant();
      List<Long> free =
          cases.free(queue, by.name(), now, TRIES, new CaseStore.Span(without, below));
      if (free.isEmpty()) {
        return Optional.empty();
      }
      for (long id : free) {
        if (cases.claim(id, by.name(), now, until(now))) {
          cases.write(id, now, by.name(), CaseAct.TAKEN, "");
          return Optional.of(id);
        }
      }
    }
    return Optional.empty();
  }

  private Instant until(Instant now) {
    return now.plus(CaseSettings.lock(settings));
  }

  /**
   * Takes a case to work on it.
   *
   * @throws ConflictException if somebody else works on it, or it is closed or with a supervisor
   */
  public void take(long id, CaseWorker by) {
    StoredCase file = workable(id, by);
    Instant now = clock.instant();
    boolean fresh = !file.view().heldBy(by.name(), now);
    file.lock(by.name(), until(now));
    if (fresh) {
      write(id, by, CaseAct.TAKEN, "");
    }
  }

  /** Lets go of a case; nothing happens where this person does not hold it. */
  public void release(long id, CaseWorker by) {
    StoredCase file = hold(id);
    if (file.view().heldBy(by.name(), clock.instant())) {
      file.assign("");
      write(id, by, CaseAct.RELEASED, "");
    }
  }

  /**
   * Gives cases to somebody, or to nobody.
   *
   * @param to a username; empty for nobody
   * @return those that were not this person's before and that nobody else works on
   */
  public List<Long> assign(Collection<Long> ids, String to, CaseWorker by) {
    List<Long> done = new ArrayList<>();
    for (long id : ids) {
      StoredCase file = hold(id);
      if (file.state() != CaseState.CLOSED
          && !file.lockedFor(by.name(), clock.instant())
          && !file.assignee().equals(to)) {
        file.assign(to);
        write(id, by, CaseAct.ASSIGNED, to);
        done.add(id);
      }
    }
    return done;
  }

  /**
   * Writes something down; it stays as it is.
   *
   * @throws InvalidInputException if it is empty or too long
   */
  public void note(long id, String text, CaseWorker by) {
    StoredCase file = hold(id);
    write(id, by, CaseAct.NOTE, checked(text));
    keep(file, by);
  }

  private static String checked(String text) {
    String note = text == null ? "" : text.strip();
    if (note.isEmpty() || note.length() > LONGEST_NOTE) {
      throw InvalidInputException.of(
          "/text", "must have 1 to %d characters".formatted(LONGEST_NOTE));
    }
    return note;
  }

  /** Every act gives the holder time again. */
  private void keep(StoredCase file, CaseWorker by) {
    Instant now = clock.instant();
    if (file.view().heldBy(by.name(), now)) {
      file.lock(by.name(), until(now));
    }
  }

  /**
   * Sets the priority, until another payment joins the case.
   *
   * @throws ConflictException if somebody else works on it, or it is closed or with a supervisor
   */
  public void prioritise(long id, CasePriority priority, CaseWorker by) {
    StoredCase file = workable(id, by);
    if (file.view().priority() != priority) {
      file.prioritise(priority);
      write(id, by, CaseAct.PRIORITY, priority.name());
    }
  }

  /**
   * Says no where this person cannot work on a case now.
   *
   * @throws ConflictException if somebody else works on it, or it is closed or with a supervisor
   */
  public void requireWorkable(long id, CaseWorker by) {
    workable(id, by);
  }

  /** Asks a supervisor to decide. */
  public void escalate(long id, CaseWorker by) {
    StoredCase file = workable(id, by);
    if (file.state() == CaseState.ESCALATED) {
      throw new ConflictException("Case %d is with a supervisor already.".formatted(id));
    }
    file.escalate(null, by.name());
    write(id, by, CaseAct.ESCALATED, "");
    audit.record(by.name(), "case.escalate", "case " + id, "");
  }

  /**
   * Says what cases were; their payments are labelled so. Where a large payment was blocked,
   * clearing it asks a supervisor first; the case is escalated then.
   *
   * @return those that were closed or escalated
   * @throws ConflictException if somebody else works on one, or it is closed or with a supervisor
   */
  public List<Long> close(Collection<Long> ids, CaseOutcome outcome, CaseWorker by) {
    if (outcome == null) {
      throw InvalidInputException.of(
          "/outcome", "is missing: fraud, cleared, friendly_fraud or chargeback");
    }
    List<Long> done = new ArrayList<>();
    for (long id : ids) {
      StoredCase file = workable(id, by);
      if (outcome == CaseOutcome.CLEARED && needsApproval(file)) {
        ask(file, outcome, by);
      } else {
        finish(file, outcome, by);
      }
      done.add(id);
    }
    return done;
  }

  private void ask(StoredCase file, CaseOutcome outcome, CaseWorker by) {
    if (file.askedOutcome() == outcome) {
      throw new ConflictException(
          "Case %d waits for a supervisor who agrees.".formatted(file.id()));
    }
    file.escalate(outcome, by.name());
    write(file.id(), by, CaseAct.ASKED, outcome.name());
    audit.record(by.name(), "case.ask", "case " + file.id(), outcome.name());
  }

  private void finish(StoredCase file, CaseOutcome outcome, CaseWorker by) {
    Instant now = clock.instant();
    List<String> payments = cases.payments(file.id(), PAYMENTS);
    Map<String, TransactionOutcome> known = labels.current(payments);
    for (String payment : payments) {
      if (known.get(payment) != outcome.label()) {
        labels.add(new StoredLabel(payment, outcome.label(), by.name(), now));
      }
    }
    file.close(outcome, by.name(), now);
    cases.write(file.id(), now, by.name(), CaseAct.CLOSED, outcome.name());
    audit.record(
        by.name(),
        "case.close",
        "case " + file.id(),
        outcome.name() + ", " + payments.size() + " payments");
  }

  /**
   * Agrees with the outcome that was asked for, and closes the case with it.
   *
   * @throws ConflictException if nothing is asked, or this person asked, or may not agree
   */
  public void approve(long id, CaseWorker by) {
    StoredCase file = hold(id);
    if (file.state() != CaseState.ESCALATED || file.askedOutcome() == null) {
      throw new ConflictException("Case %d asks for no approval.".formatted(id));
    }
    if (!by.supervisor() || by.name().equals(file.askedBy())) {
      throw new ConflictException(
          "Case %d needs the approval of somebody else, who may approve.".formatted(id));
    }
    finish(file, file.askedOutcome(), by);
  }

  /**
   * Gives an escalated case back to whom it was assigned.
   *
   * @throws ConflictException if it is not escalated, or this person is no supervisor
   */
  public void giveBack(long id, CaseWorker by) {
    StoredCase file = hold(id);
    if (file.state() != CaseState.ESCALATED || !by.supervisor()) {
      throw new ConflictException("Case %d is not with you as a supervisor.".formatted(id));
    }
    file.reopen();
    write(id, by, CaseAct.RETURNED, "");
    audit.record(by.name(), "case.return", "case " + id, "");
  }

  /**
   * Opens cases again that were closed, or takes back that a supervisor was asked. The labels that
   * the closing gave are taken back.
   *
   * @return those that were closed or escalated
   */
  public List<Long> reopen(Collection<Long> ids, CaseWorker by) {
    List<Long> done = new ArrayList<>();
    for (long id : ids) {
      StoredCase file = hold(id);
      if (file.state() == CaseState.CLOSED || file.state() == CaseState.ESCALATED) {
        takeBack(file);
        file.reopen();
        write(id, by, CaseAct.REOPENED, "");
        audit.record(by.name(), "case.reopen", "case " + id, "");
        done.add(id);
      }
    }
    return done;
  }

  private void takeBack(StoredCase file) {
    for (String payment : cases.payments(file.id(), PAYMENTS)) {
      labels
          .last(payment)
          .filter(label -> label.view().at().toEpochMilli() == file.closedAt())
          .ifPresent(StoredLabel::undo);
    }
  }

  private StoredCase hold(long id) {
    return cases.hold(id).orElseThrow(() -> new NotFoundException("case", Long.toString(id)));
  }

  private StoredCase workable(long id, CaseWorker by) {
    StoredCase file = hold(id);
    if (file.state() == CaseState.CLOSED) {
      throw new ConflictException("Case %d is closed; open it again first.".formatted(id));
    }
    if (file.state() == CaseState.ESCALATED && !by.supervisor()) {
      throw new ConflictException("Case %d is with a supervisor.".formatted(id));
    }
    if (file.lockedFor(by.name(), clock.instant())) {
      throw new ConflictException(
          "Somebody else works on case %d: %s.".formatted(id, file.view().lockedBy()));
    }
    return file;
  }

  private void write(long id, CaseWorker by, CaseAct act, String text) {
    cases.write(id, clock.instant(), by.name(), act, text);
  }
}
