package io.shopkeeper.console.fraud;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.ledger.Cells;
import io.shopkeeper.console.shop.Links;
import io.shopkeeper.fraud.boundary.Masked;
import io.shopkeeper.fraud.boundary.cases.CaseOutcome;
import io.shopkeeper.fraud.boundary.cases.CasePriority;
import io.shopkeeper.fraud.boundary.cases.CaseRow;
import io.shopkeeper.fraud.boundary.cases.CaseState;
import io.shopkeeper.fraud.boundary.cases.CaseWorker;
import io.shopkeeper.platform.boundary.Right;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;

/** How cases look wherever they are shown, and who looks. */
@Named
@RequestScoped
public class CaseLook {

  /** Fingerprints are shortened to so many signs. */
  private static final int SHORT = 10;

  private static final int LONGEST = 24;

  @Inject private Cells cells;
  @Inject private Words words;
  @Inject private Formats formats;
  @Inject private Clock clock;
  @Inject private Me me;

  /** The reader, as who works on cases. */
  CaseWorker worker() {
    return new CaseWorker(me.getName(), me.may(Right.APPROVE_CASES.name()));
  }

  /** How a priority looks. */
  public String tone(CasePriority priority) {
    return switch (priority) {
      case URGENT -> "bad";
      case HIGH -> "warn";
      case NORMAL -> "info";
      case LOW -> "quiet";
    };
  }

  /** How a state looks. */
  public String tone(CaseState state) {
    return switch (state) {
      case OPEN -> "info";
      case WORKING -> "info";
      case ESCALATED -> "warn";
      case CLOSED -> "ok";
    };
  }

  /** How an outcome looks. */
  public String tone(CaseOutcome outcome) {
    return outcome == CaseOutcome.CLEARED ? "ok" : "bad";
  }

  /** What a queue is called; a rule's queue by the rule's id. */
  public String queue(String queue) {
    return words.of("caseQueue", queue);
  }

  /** Whose payments they are, such as "Customer c-0001". */
  public String subject(CaseRow row) {
    return words.of("linkKind", row.subjectKind()) + " " + brief(row.subjectKind(), row.subject());
  }

  /** A value of a kind as it fits; e-mails and addresses are fingerprints. */
  public String brief(String kind, String value) {
    boolean key = kind.equals("device") || kind.equals("card") || kind.equals("ip");
    if (key && !me.may(Right.SEE_PAYMENT_KEYS.name())) {
      return Masked.key(value);
    }
    boolean print = kind.equals("email") || kind.equals("address");
    int most = print ? SHORT : LONGEST;
    return value.length() <= most ? value : value.substring(0, most) + "…";
  }

  /** How long is left until a case is due, or since when it is overdue. */
  public String due(CaseRow row) {
    Duration left = Duration.between(clock.instant(), row.due());
    String key = left.isNegative() ? "case.overdue" : "case.left";
    return words.format(key, span(left.abs()));
  }

  private String span(Duration time) {
    if (time.toHours() < 1) {
      return words.format("case.minutes", time.toMinutes());
    }
    return time.toDays() < 2
        ? words.format("case.hours", time.toHours())
        : words.format("case.days", time.toDays());
  }

  /** Whether it should be closed by now. */
  public boolean overdue(CaseRow row) {
    return row.overdue(clock.instant());
  }

  /** Whether somebody else works on it. */
  public boolean taken(CaseRow row) {
    return row.lockedFor(me.getName(), clock.instant());
  }

  /** Whether the reader works on it. */
  public boolean mine(CaseRow row) {
    return row.heldBy(me.getName(), clock.instant());
  }

  /** An amount; empty without a currency. */
  public String money(BigDecimal amount, String currency) {
    return currency.isEmpty() ? "–" : cells.money(amount, currency).text();
  }

  /** Until when it is locked. */
  public String until(CaseRow row) {
    return formats.clock(row.lockedUntil());
  }

  /** Where a case is shown. */
  public String url(long id) {
    return Links.url("case", Long.toString(id));
  }
}
