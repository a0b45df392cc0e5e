package io.shopkeeper.console.fraud;

import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.ledger.Cells;
import io.shopkeeper.console.ledger.LedgerAct;
import io.shopkeeper.console.ledger.LedgerCell;
import io.shopkeeper.console.ledger.LedgerColumn;
import io.shopkeeper.console.ledger.LedgerFilter;
import io.shopkeeper.console.ledger.LedgerSource;
import io.shopkeeper.fraud.boundary.cases.CaseDesk;
import io.shopkeeper.fraud.boundary.cases.CaseOutcome;
import io.shopkeeper.fraud.boundary.cases.CasePriority;
import io.shopkeeper.fraud.boundary.cases.CaseRow;
import io.shopkeeper.fraud.boundary.cases.CaseState;
import io.shopkeeper.fraud.boundary.cases.CaseWorker;
import io.shopkeeper.fraud.boundary.cases.QueueCount;
import io.shopkeeper.fraud.boundary.macro.MacroDesk;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.RowCount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Cases, the most urgent first. */
@RequestScoped
public class CaseList implements LedgerSource<CaseRow> {

  private static final System.Logger LOG = System.getLogger(CaseList.class.getName());
  private static final String MINE = "mine";
  private static final String NOBODY = "nobody";
  private static final String FRAUD = "fraud";
  private static final String CLEARED = "cleared";
  private static final String REOPEN = "reopen";
  private static final String MACRO = "macro-";
  private static final String UNMACRO = "unmacro";

  @Inject private CaseDesk desk;
  @Inject private MacroDesk macros;
  @Inject private CaseLook look;
  @Inject private LeftCases left;
  @Inject private PaymentLook payments;
  @Inject private Cells cells;
  @Inject private Words words;

  @Override
  public String name() {
    return "cases";
  }

  @Override
  public Right right() {
    return Right.SEE_CUSTOMERS;
  }

  @Override
  public List<LedgerColumn<CaseRow>> columns() {
    return List.of(
        LedgerColumn.of(
            "id", one -> LedgerCell.codeLink(Long.toString(one.id()), look.url(one.id()))),
        LedgerColumn.<CaseRow>of(
                "priority",
                one ->
                    LedgerCell.badge(
                        words.of("casePriority", one.priority()),
                        look.tone(one.priority()),
                        one.priority()))
            .sortedBy("priority"),
        LedgerColumn.<CaseRow>of("due", this::due).sortedBy("due"),
        LedgerColumn.<CaseRow>right("risk", one -> cells.money(one.risk(), one.currency()))
            .sortedBy("risk"),
        LedgerColumn.of("subject", one -> LedgerCell.text(look.subject(one), one.subject())),
        LedgerColumn.right("payments", one -> cells.number(one.payments())),
        LedgerColumn.of(
            "decision",
            one ->
                LedgerCell.badge(
                    words.of("decision", one.decision()),
                    payments.tone(one.decision()),
                    one.decision())),
        LedgerColumn.of("state", this::state),
        LedgerColumn.of("assignee", one -> LedgerCell.text(one.assignee())),
        LedgerColumn.<CaseRow>of(
                "queue", one -> LedgerCell.text(look.queue(one.queue()), one.queue()))
            .onDemand(),
        LedgerColumn.<CaseRow>right(
                "score", one -> LedgerCell.text(payments.score(one.score()), one.score()))
            .onDemand(),
        LedgerColumn.<CaseRow>right("amount", one -> cells.money(one.amount(), one.currency()))
            .onDemand(),
        LedgerColumn.<CaseRow>of("opened", one -> cells.time(one.opened()))
            .sortedBy("opened")
            .onDemand());
  }

  private LedgerCell due(CaseRow row) {
    if (row.state() == CaseState.CLOSED) {
      return LedgerCell.text("–", row.due());
    }
    return look.overdue(row)
        ? LedgerCell.badge(look.due(row), "bad", row.due())
        : LedgerCell.text(look.due(row), row.due());
  }

  private LedgerCell state(CaseRow row) {
    return row.outcome() != null
        ? LedgerCell.badge(
            words.of("caseOutcome", row.outcome()), look.tone(row.outcome()), row.outcome())
        : LedgerCell.badge(words.of("caseState", row.state()), look.tone(row.state()), row.state());
  }

  @Override
  public List<LedgerFilter> filters() {
    List<String> states =
        Stream.concat(Stream.of("ACTIVE"), Stream.of(CaseState.values()).map(CaseState::name))
            .toList();
    return List.of(
        LedgerFilter.choice("state", states, each -> words.of("caseState", each)),
        LedgerFilter.choice(
            "queue", desk.queues().stream().map(QueueCount::queue).toList(), look::queue),
        LedgerFilter.choice(
            "priority", CasePriority.values(), each -> words.of("casePriority", each)),
        LedgerFilter.choice(
            "clock", List.of(CaseDesk.OVERDUE), each -> words.of("caseClock", each)),
        LedgerFilter.choice("outcome", CaseOutcome.values(), each -> words.of("caseOutcome", each)),
        LedgerFilter.text("assignee"),
        LedgerFilter.text("subject"));
  }

  @Override
  public ListPage<CaseRow> page(ListQuery query) {
    return desk.page(query);
  }

  @Override
  public RowCount count(ListQuery query) {
    return desk.count(query);
  }

  @Override
  public String id(CaseRow row) {
    return Long.toString(row.id());
  }

  @Override
  public List<LedgerAct> acts() {
    List<LedgerAct> acts =
        new ArrayList<>(
            List.of(
                LedgerAct.undoneBy(MINE, Right.JUDGE_PAYMENTS, NOBODY),
                LedgerAct.lasting(NOBODY, Right.JUDGE_PAYMENTS),
                LedgerAct.undoneBy(FRAUD, Right.JUDGE_PAYMENTS, REOPEN),
                LedgerAct.undoneBy(CLEARED, Right.JUDGE_PAYMENTS, REOPEN),
                new LedgerAct(REOPEN, Right.JUDGE_PAYMENTS, "", false),
                new LedgerAct(UNMACRO, Right.JUDGE_PAYMENTS, "", false)));
    macros
        .all()
        .forEach(
            one -> acts.add(LedgerAct.undoneBy(MACRO + one.id(), Right.JUDGE_PAYMENTS, UNMACRO)));
    return acts;
  }

  @Override
  public Optional<String> label(String act) {
    return act.startsWith(MACRO)
        ? macros.find(number(act)).map(one -> one.text().name())
        : Optional.empty();
  }

  private static long number(String act) {
    return Long.parseLong(act.substring(MACRO.length()));
  }

  @Override
  public List<String> perform(String act, List<String> ids) {
    CaseWorker worker = look.worker();
    List<Long> numbers =
        ids.stream().filter(id -> id.matches("\\d{1,18}")).map(Long::valueOf).toList();
    List<Long> done =
        switch (act) {
          case MINE -> desk.assign(numbers, worker.name(), worker);
          case NOBODY -> desk.assign(numbers, "", worker);
          case FRAUD -> close(numbers, CaseOutcome.FRAUD, worker);
          case CLEARED -> close(numbers, CaseOutcome.CLEARED, worker);
          case REOPEN -> desk.reopen(numbers, worker);
          case UNMACRO -> each(numbers, id -> macros.undo(id, worker));
          default -> each(numbers, id -> macros.perform(number(act), id, worker));
        };
    left.tell(numbers.stream().filter(id -> !done.contains(id)).toList());
    return done.stream().map(String::valueOf).toList();
  }

  /** Each by itself: those that others work on or that are closed stay as they are. */
  private List<Long> close(List<Long> ids, CaseOutcome outcome, CaseWorker worker) {
    return each(ids, id -> desk.close(List.of(id), outcome, worker));
  }

  private static List<Long> each(List<Long> ids, LongConsumer act) {
    List<Long> done = new ArrayList<>();
    for (long id : ids) {
      try {
        act.accept(id);
        done.add(id);
      } catch (ConflictException | NotFoundException other) {
        LOG.log(System.Logger.Level.DEBUG, other.getMessage());
      }
    }
    return done;
  }
}
