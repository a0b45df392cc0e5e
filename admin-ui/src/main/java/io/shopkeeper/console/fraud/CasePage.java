package io.shopkeeper.console.fraud;

import io.shopkeeper.catalog.boundary.TransactionOutcome;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.chart.Chart;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.fraud.boundary.DecidedPayment;
import io.shopkeeper.fraud.boundary.HeldRule;
import io.shopkeeper.fraud.boundary.PaymentCase;
import io.shopkeeper.fraud.boundary.PaymentDesk;
import io.shopkeeper.fraud.boundary.cases.CaseDesk;
import io.shopkeeper.fraud.boundary.cases.CaseEntry;
import io.shopkeeper.fraud.boundary.cases.CaseFile;
import io.shopkeeper.fraud.boundary.cases.CaseInsight;
import io.shopkeeper.fraud.boundary.cases.CaseOutcome;
import io.shopkeeper.fraud.boundary.cases.CaseRow;
import io.shopkeeper.fraud.boundary.cases.CaseState;
import io.shopkeeper.fraud.boundary.cases.CaseWorker;
import io.shopkeeper.fraud.boundary.cases.CustomerFacts;
import io.shopkeeper.fraud.boundary.cases.SimilarCase;
import io.shopkeeper.fraud.boundary.cases.Velocity;
import io.shopkeeper.fraud.boundary.macro.CaseMacro;
import io.shopkeeper.fraud.boundary.macro.MacroDesk;
import io.shopkeeper.fraud.boundary.macro.MacroRun;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.People;
import io.shopkeeper.platform.boundary.PersonState;
import io.shopkeeper.platform.boundary.PersonView;
import io.shopkeeper.platform.boundary.Right;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One case: its payments, why they were stopped, whom they are linked with, and what to do. */
@Named("casePage")
@RequestScoped
public class CasePage {

  private static final int SIMILAR = 5;

  @Inject private CaseDesk desk;
  @Inject private CaseInsight insight;
  @Inject private PaymentDesk payments;
  @Inject private MacroDesk macros;
  @Inject private People people;
  @Inject private CaseLook look;
  @Inject private Words words;
  @Inject private Reader reader;
  @Inject private Faults faults;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private long id;
  private CaseFile file;
  private PaymentCase main;
  private CaseGraphView graph;
  private List<HeldRule> rules;
  private List<SimilarCase> similar;
  private List<Velocity> velocities;
  private CustomerFacts customer;
  private String draft = "";

  @PostConstruct
  void begin() {
    id = asked.number("id").orElse(0L);
    read();
  }

  private void read() {
    file = desk.find(id).orElse(null);
  }

  /** Says so where there is no such case. */
  public void load() throws IOException {
    if (file == null) {
      NotFound.answer();
    }
  }

  /** Does what the button that was pressed says, and shows the case again. */
  public void act() throws IOException {
    Optional<String> what = asked.act("do");
    if (what.isEmpty() || file == null) {
      return;
    }
    me.require(Right.JUDGE_PAYMENTS);
    try {
      String to = perform(what.get());
      FacesContext.getCurrentInstance().getExternalContext().redirect(to);
    } catch (ConflictException | NotFoundException conflict) {
      say.badText(faults.say(conflict.getMessage()));
      read();
    } catch (InvalidInputException invalid) {
      draft = asked.raw("text").orElse("");
      say.bad("case.note.wrong", CaseDesk.LONGEST_NOTE);
    }
  }

  private String perform(String what) {
    CaseWorker worker = look.worker();
    switch (what) {
      case "take" -> desk.take(id, worker);
      case "release" -> desk.release(id, worker);
      case "note" -> desk.note(id, asked.raw("text").orElse(""), worker);
      case "escalate" -> desk.escalate(id, worker);
      case "approve" -> desk.approve(id, worker);
      case "return" -> desk.giveBack(id, worker);
      case "reopen" -> desk.reopen(List.of(id), worker);
      case "macro" -> macros.perform(asked.number("macro").orElse(0L), id, worker);
      case "unmacro" -> macros.undo(id, worker);
      case "assign" -> assign(worker);
      case "next" -> {
        return next(worker);
      }
      default -> close(what, worker);
    }
    return look.url(id);
  }

  private void assign(CaseWorker worker) {
    String to = asked.raw("to").orElse("").strip();
    if (to.isEmpty() || getAnalysts().contains(to)) {
      desk.assign(List.of(id), to, worker);
    }
  }

  private String next(CaseWorker worker) {
    Optional<Long> found = desk.next("", id, worker);
    if (found.isEmpty()) {
      say.ok("case.nothing");
      return "cases";
    }
    return look.url(found.get()) + "&from=" + id;
  }

  private void close(String what, CaseWorker worker) {
    Arrays.stream(CaseOutcome.values())
        .filter(one -> one.name().equals(what))
        .findFirst()
        .ifPresent(
            outcome -> {
              desk.close(List.of(id), outcome, worker);
              boolean closed =
                  desk.find(id).map(CaseFile::row).map(CaseRow::state).orElseThrow()
                      == CaseState.CLOSED;
              say.ok(closed ? "case.closed" : "case.asked", words.of("caseOutcome", outcome));
            });
  }

  public CaseFile getFile() {
    return file;
  }

  public CaseRow getRow() {
    return file.row();
  }

  public long getId() {
    return id;
  }

  /** The case that the reader comes from; 0 for none. */
  public long getFrom() {
    return asked.number("from").orElse(0L);
  }

  /** The id as text: numbers of cases have no separators. */
  public String getNumber() {
    return Long.toString(id);
  }

  /** The case that the reader comes from, as text. */
  public String getFromNumber() {
    return Long.toString(getFrom());
  }

  /** What was typed and could not be kept. */
  public String getDraft() {
    return draft;
  }

  /** Whether the reader may act on it now. */
  public boolean isWorkable() {
    return me.may(Right.JUDGE_PAYMENTS.name())
        && getRow().state() != CaseState.CLOSED
        && !look.taken(getRow())
        && (getRow().state() != CaseState.ESCALATED || look.worker().supervisor());
  }

  /** Whether the reader can agree with the outcome that is asked for. */
  public boolean isApprovable() {
    return getRow().state() == CaseState.ESCALATED
        && getRow().asked() != null
        && look.worker().supervisor()
        && !getRow().askedBy().equals(me.getName());
  }

  /** Whether the reader can give it back. */
  public boolean isReturnable() {
    return getRow().state() == CaseState.ESCALATED && look.worker().supervisor();
  }

  /** The payments, the latest to join first. */
  public List<DecidedPayment> getPayments() {
    return payments.all(file.payments());
  }

  /** The payment at which the most is at risk; null where its decision is gone. */
  public PaymentCase getMain() {
    if (main == null) {
      main = payments.find(getRow().mainPayment(), reader.getLocale()).orElse(null);
    }
    return main;
  }

  /** The rules that held of any of its payments. */
  public List<HeldRule> getRules() {
    if (rules == null) {
      rules = payments.rulesOf(file.payments(), reader.getLocale());
    }
    return rules;
  }

  /** The first payments of which a rule held, to be linked. */
  public List<String> some(HeldRule rule) {
    return rule.payments().stream().limit(SIMILAR).toList();
  }

  /** The customer; null where there is none. */
  public CustomerFacts getCustomer() {
    PaymentCase first = getMain();
    if (customer == null && first != null && first.payment() != null) {
      String who = first.payment().customerId();
      customer = who == null ? null : insight.customer(who);
    }
    return customer;
  }

  public CaseGraphView getGraph() {
    if (graph == null) {
      graph = new CaseGraphView(insight.links(file), look, words);
    }
    return graph;
  }

  /** Of each key of the main payment, what was paid day by day. */
  public List<Velocity> getVelocities() {
    if (velocities == null) {
      velocities = insight.velocities(getRow().mainPayment());
    }
    return velocities;
  }

  /** One of them as bars. */
  public Chart chart(Velocity velocity) {
    return Chart.bars(
            words.words().getString("case.day"),
            velocity.days().stream().map(day -> day.toString().substring(5)).toList())
        .add(words.words().getString("case.velocity.count"), velocity.counts());
  }

  /** Closed cases that look like this one. */
  public List<SimilarCase> getSimilar() {
    if (similar == null) {
      similar = insight.similar(file, SIMILAR);
    }
    return similar;
  }

  /** What can be done at once. */
  public List<CaseMacro> getMacros() {
    return macros.all();
  }

  /** The macro that can be taken back; null for none. */
  public MacroRun getUndoable() {
    return macros.undoable(id).orElse(null);
  }

  /** Who can be given a case. */
  public List<String> getAnalysts() {
    return people.list().stream()
        .filter(person -> person.state() == PersonState.ACTIVE)
        .filter(person -> Right.JUDGE_PAYMENTS.isOf(person.roles()))
        .map(PersonView::username)
        .toList();
  }

  /** What a line of the journal says beside its act. */
  public String detail(CaseEntry entry) {
    return switch (entry.act()) {
      case PRIORITY -> words.of("casePriority", entry.text());
      case CLOSED, ASKED -> words.of("caseOutcome", entry.text());
      case LABELLED -> labelled(entry.text());
      default -> entry.text();
    };
  }

  private String labelled(String text) {
    int blank = text.lastIndexOf(' ');
    return blank < 0
        ? text
        : text.substring(0, blank)
            + ": "
            + words.of("paymentLabel", TransactionOutcome.valueOf(text.substring(blank + 1)));
  }
}
