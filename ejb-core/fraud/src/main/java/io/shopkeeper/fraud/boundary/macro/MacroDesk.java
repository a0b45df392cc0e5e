package io.shopkeeper.fraud.boundary.macro;

import io.shopkeeper.fraud.boundary.ListDesk;
import io.shopkeeper.fraud.boundary.ListImport;
import io.shopkeeper.fraud.boundary.ListView;
import io.shopkeeper.fraud.boundary.PaymentDesk;
import io.shopkeeper.fraud.boundary.RuleDesk;
import io.shopkeeper.fraud.boundary.SnoozeOrder;
import io.shopkeeper.fraud.boundary.SnoozeView;
import io.shopkeeper.fraud.boundary.cases.CaseAct;
import io.shopkeeper.fraud.boundary.cases.CaseDesk;
import io.shopkeeper.fraud.boundary.cases.CaseOutcome;
import io.shopkeeper.fraud.boundary.cases.CaseState;
import io.shopkeeper.fraud.boundary.cases.CaseWorker;
import io.shopkeeper.fraud.cases.CaseStore;
import io.shopkeeper.fraud.entity.StoredCase;
import io.shopkeeper.fraud.entity.StoredMacro;
import io.shopkeeper.fraud.entity.StoredMacroRun;
import io.shopkeeper.fraud.macro.MacroNote;
import io.shopkeeper.fraud.macro.MacroStore;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.People;
import io.shopkeeper.platform.boundary.PersonState;
import io.shopkeeper.platform.boundary.Right;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Macros: all acts of one are done on a case, or none. What was done last on a case can be taken
 * back, but for the note: notes stay. Writing, doing and taking back is in the audit log.
 */
@Stateless
public class MacroDesk {

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_NOTE = 2000;
  private static final int LONGEST_SNOOZE = 720;
  private static final int MOST = 200;
  private static final List<String> KEYS = List.of("customer", "card", "device");

  @Inject private MacroStore store;
  @Inject private CaseStore cases;
  @Inject private CaseDesk desk;
  @Inject private PaymentDesk payments;
  @Inject private ListDesk lists;
  @Inject private RuleDesk rules;
  @Inject private People people;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** All, by name. */
  public List<CaseMacro> all() {
    return store.all().stream().map(StoredMacro::view).toList();
  }

  public Optional<CaseMacro> find(long id) {
    return store.find(id).map(StoredMacro::view);
  }

  /**
   * Writes one.
   *
   * @param id 0 for a new one
   * @throws InvalidInputException with every fault, by field
   */
  public CaseMacro write(long id, MacroText text, String by) {
    List<FieldError> faults = faults(text);
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults);
    }
    StoredMacro macro;
    if (id == 0) {
      macro = new StoredMacro(text, clock.instant(), by);
      store.add(macro);
    } else {
      macro = require(id);
      macro.write(text, clock.instant(), by);
    }
    audit.record(by, "macro.write", "macro " + macro.view().id(), text.name());
    return macro.view();
  }

  private List<FieldError> faults(MacroText text) {
    List<FieldError> faults = new ArrayList<>();
    if (text.name().isBlank() || text.name().length() > LONGEST_NAME) {
      faults.add(new FieldError("/name", "must have 1 to 80 characters"));
    }
    if (text.note().length() > LONGEST_NOTE) {
      faults.add(new FieldError("/note", "must have 2000 characters at most"));
    }
    if (!MacroNote.unknown(text.note()).isEmpty()) {
      faults.add(
          new FieldError(
              "/placeholder", "in braces may stand: " + String.join(", ", MacroNote.PLACEHOLDERS)));
    }
    if (!text.list().isEmpty()
        && lists.find(text.list()).filter(list -> KEYS.contains(list.kind().code())).isEmpty()) {
      faults.add(new FieldError("/list", "must be a list of customers, cards or devices"));
    }
    if (text.snoozeHours() < 0 || text.snoozeHours() > LONGEST_SNOOZE) {
      faults.add(new FieldError("/snooze", "must be 0 to " + LONGEST_SNOOZE + " hours"));
    }
    if (!isFit(text.assignee())) {
      faults.add(new FieldError("/assignee", "must be somebody who judges payments"));
    }
    if (!text.ending().isEmpty()
        && !text.ending().equals(MacroText.ESCALATE)
        && outcome(text.ending()).isEmpty()) {
      faults.add(new FieldError("/ending", "must be an outcome, or to escalate"));
    }
    if (text.idle()) {
      faults.add(new FieldError("/idle", "must do something"));
    }
    return faults;
  }

  private boolean isFit(String assignee) {
    return assignee.isEmpty()
        || assignee.equals(MacroText.ME)
        || assignee.equals(MacroText.NOBODY)
        || people.list().stream()
            .filter(person -> person.state() == PersonState.ACTIVE)
            .filter(person -> Right.JUDGE_PAYMENTS.isOf(person.roles()))
            .anyMatch(person -> person.username().equals(assignee));
  }

  private static Optional<CaseOutcome> outcome(String name) {
    return Arrays.stream(CaseOutcome.values()).filter(one -> one.name().equals(name)).findFirst();
  }

  /** Removes one; what it did stays. */
  public void remove(long id, String by) {
    StoredMacro macro = require(id);
    audit.record(by, "macro.remove", "macro " + id, macro.view().text().name());
    store.remove(macro);
  }

  private StoredMacro require(long id) {
    return store.find(id).orElseThrow(() -> new NotFoundException("macro", Long.toString(id)));
  }

  /**
   * Does it on a case.
   *
   * @throws ConflictException if the case is closed, with a supervisor, or somebody else works on
   *     it; or has no such customer, card or device as the macro needs: nothing is done then
   */
  public void perform(long id, long caseId, CaseWorker by) {
    MacroText text = require(id).view().text();
    StoredCase file =
        cases.hold(caseId).orElseThrow(() -> new NotFoundException("case", Long.toString(caseId)));
    desk.requireWorkable(caseId, by);
    var run = new StoredMacroRun(file, text.name(), clock.instant(), by.name());
    cases.write(caseId, clock.instant(), by.name(), CaseAct.MACRO, text.name());
    if (!text.note().isBlank()) {
      desk.note(caseId, MacroNote.of(text.note(), file.view(), by.name()), by);
    }
    if (!text.list().isEmpty()) {
      enlist(run, text.list(), caseId, by.name());
    }
    if (text.snoozeHours() > 0) {
      snooze(run, text, caseId, by.name());
    }
    if (text.priority() != null) {
      desk.prioritise(caseId, text.priority(), by);
    }
    if (!text.assignee().isEmpty()) {
      desk.assign(List.of(caseId), person(text.assignee(), by), by);
    }
    if (text.ending().equals(MacroText.ESCALATE)) {
      desk.escalate(caseId, by);
      run.end();
    } else if (!text.ending().isEmpty()) {
      desk.close(List.of(caseId), outcome(text.ending()).orElseThrow(), by);
      run.end();
    }
    store.add(run);
    audit.record(by.name(), "macro.do", "case " + caseId, text.name());
  }

  private static String person(String assignee, CaseWorker by) {
    return assignee.equals(MacroText.ME)
        ? by.name()
        : assignee.equals(MacroText.NOBODY) ? "" : assignee;
  }

  private void enlist(StoredMacroRun run, String name, long caseId, String by) {
    ListView list = lists.find(name).orElseThrow(() -> new NotFoundException("list", name));
    String kind = list.kind().code();
    String value =
        Optional.ofNullable(cases.keys(caseId).get(kind))
            .orElseThrow(
                () ->
                    new ConflictException(
                        "Case %d has no %s to put on the list %s.".formatted(caseId, kind, name)));
    ListImport done = lists.add(name, '"' + value.replace("\"", "\"\"") + '"', by);
    if (done.added() > 0) {
      run.listed(name, value);
    }
  }

  private void snooze(StoredMacroRun run, MacroText text, long caseId, String by) {
    Map<String, String> keys = cases.keys(caseId);
    String kind =
        KEYS.stream()
            .filter(keys::containsKey)
            .findFirst()
            .orElseThrow(
                () ->
                    new ConflictException(
                        "Case %d has no customer, card or device for which rules could be quiet."
                            .formatted(caseId)));
    String reason = "%s, case %d".formatted(text.name(), caseId);
    run.snoozed(
        payments.rulesOf(cases.payments(caseId, MOST), Locale.ENGLISH).stream()
            .map(held -> held.hit().rule())
            .distinct()
            .map(
                rule ->
                    rules.snooze(
                        rule,
                        new SnoozeOrder(kind, keys.get(kind), text.snoozeHours(), reason),
                        by))
            .map(SnoozeView::id)
            .toList());
  }

  /** What can be taken back on a case. */
  public Optional<MacroRun> undoable(long caseId) {
    return store.last(caseId).map(StoredMacroRun::view);
  }

  /**
   * Takes back what was done last on a case: it is open again, where and with whom it was; the
   * entry of the list and the snoozes are gone. The note stays.
   *
   * @throws ConflictException if there is nothing to take back, or somebody else works on it
   */
  public void undo(long caseId, CaseWorker by) {
    StoredCase file =
        cases.hold(caseId).orElseThrow(() -> new NotFoundException("case", Long.toString(caseId)));
    StoredMacroRun run =
        store
            .last(caseId)
            .orElseThrow(
                () -> new ConflictException("Case %d has no macro to undo.".formatted(caseId)));
    if (file.lockedFor(by.name(), clock.instant())) {
      throw new ConflictException(
          "Somebody else works on case %d: %s.".formatted(caseId, file.view().lockedBy()));
    }
    if (run.ended() && (file.state() == CaseState.CLOSED || file.state() == CaseState.ESCALATED)) {
      desk.reopen(List.of(caseId), by);
    }
    desk.prioritise(caseId, run.priorityBefore(), by);
    desk.assign(List.of(caseId), run.assigneeBefore(), by);
    if (!run.list().isEmpty()) {
      unlist(run, by.name());
    }
    for (long snooze : run.snoozes()) {
      wake(snooze, by.name());
    }
    run.undo(by.name());
    cases.write(caseId, clock.instant(), by.name(), CaseAct.UNMACRO, run.view().name());
    audit.record(by.name(), "macro.undo", "case " + caseId, run.view().name());
  }

  private void unlist(StoredMacroRun run, String by) {
    if (lists.find(run.list()).isPresent() && lists.has(run.list(), run.key())) {
      lists.removeEntry(run.list(), run.key(), by);
    }
  }

  private void wake(long snooze, String by) {
    if (rules.snoozes().stream().anyMatch(one -> one.id() == snooze)) {
      rules.wake(snooze, by);
    }
  }
}
