package io.shopkeeper.console.fraud;

import io.shopkeeper.catalog.boundary.TransactionOutcome;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.ledger.Cells;
import io.shopkeeper.fraud.boundary.PaymentCase;
import io.shopkeeper.fraud.boundary.PaymentDesk;
import io.shopkeeper.fraud.boundary.cases.CaseDesk;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One payment: what was decided, why, and what it turned out to be. */
@Named("paymentPage")
@RequestScoped
public class PaymentPage {

  @Inject private PaymentDesk desk;
  @Inject private CaseDesk cases;
  @Inject private PaymentLook look;
  @Inject private Cells cells;
  @Inject private Words words;
  @Inject private Reader reader;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private String id;
  private PaymentCase found;

  @PostConstruct
  void begin() {
    id = asked.text("id").orElse("");
    read();
  }

  private void read() {
    found = desk.find(id, reader.getLocale()).orElse(null);
  }

  /** Says so where there is no such decision. */
  public void load() throws IOException {
    if (found == null) {
      NotFound.answer();
    }
  }

  /** Does what the button that was pressed says. */
  public void act() {
    asked.act("mark").ifPresent(this::mark);
    asked.act("undo").ifPresent(pressed -> undo());
  }

  private void mark(String label) {
    me.require(Right.JUDGE_PAYMENTS);
    TransactionOutcome wanted =
        Arrays.stream(TransactionOutcome.values())
            .filter(one -> one.name().equals(label))
            .findFirst()
            .orElse(null);
    if (wanted == null) {
      return;
    }
    try {
      desk.mark(List.of(id), wanted, me.getName());
      say.ok("payment.marked", words.of("paymentLabel", wanted));
      read();
    } catch (NotFoundException gone) {
      say.bad("payment.gone");
    }
  }

  private void undo() {
    me.require(Right.JUDGE_PAYMENTS);
    say.ok(desk.undo(List.of(id), me.getName()).isEmpty() ? "payment.nothing" : "payment.undone");
    read();
  }

  public PaymentCase getFound() {
    return found;
  }

  public String getId() {
    return id;
  }

  /** The case that it is in; 0 for none. */
  public long getCaseId() {
    return cases.ofPayment(id).orElse(0L);
  }

  /** The same as text. */
  public String getCaseNumber() {
    return Long.toString(getCaseId());
  }

  /** Of the payment; empty where it was removed. */
  public String getAmount() {
    return found.payment() == null
        ? ""
        : cells.money(found.payment().amount(), found.payment().currency()).text();
  }

  public String getTone() {
    return look.tone(found.verdict().decision());
  }

  /** Whether something was said that can be taken back. */
  public boolean isMarked() {
    return found.history().stream().anyMatch(entry -> !entry.undone());
  }

  /** What was missing when it was decided, in words. */
  public String getDegraded() {
    return found.verdict().degraded().stream()
        .map(what -> words.of("degraded", what))
        .collect(Collectors.joining(" "));
  }
}
