package io.shopkeeper.fraud.entity;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.cases.CaseOutcome;
import io.shopkeeper.fraud.boundary.cases.CasePriority;
import io.shopkeeper.fraud.boundary.cases.CaseRow;
import io.shopkeeper.fraud.boundary.cases.CaseState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Payments that one person looks at together. It is opened by one; others join while it is open.
 * Who works on it holds its lock, which ends by itself. From {@code OPEN} it goes to {@code
 * WORKING} when somebody takes it, to {@code ESCALATED} when a supervisor is asked, and to {@code
 * CLOSED} with an outcome; closed or escalated it can be opened again.
 */
@Entity
@Table(name = "fraud_case")
public class StoredCase {

  /** More than any time in milliseconds that comes up. */
  private static final long STEP = 10_000_000_000_000L;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fraud_case")
  @SequenceGenerator(name = "fraud_case", sequenceName = "fraud_case_seq", allocationSize = 1)
  private Long id;

  @Enumerated(EnumType.STRING)
  private CaseState state = CaseState.OPEN;

  private String queue = "";

  @Enumerated(EnumType.STRING)
  private CasePriority priority = CasePriority.LOW;

  private long urgency;

  @Enumerated(EnumType.STRING)
  private Outcome decision = Outcome.ALLOW;

  @Column(name = "subject_kind")
  private String subjectKind;

  private String subject;

  @Column(name = "main_payment")
  private String mainPayment = "";

  private int payments;
  private Double score;
  private String currency;

  @Column(name = "amount_cents")
  private long amountCents;

  @Column(name = "risk_cents")
  private long riskCents;

  @Column(name = "blocked_cents")
  private long blockedCents;

  /** Of the main payment. */
  @Column(name = "main_risk_cents")
  private long mainRiskCents;

  @Column(name = "opened_at")
  private long openedAt;

  @Column(name = "joined_at")
  private long joinedAt;

  @Column(name = "due_at")
  private long dueAt = Long.MAX_VALUE;

  private String assignee = "";

  @Column(name = "locked_by")
  private String lockedBy = "";

  @Column(name = "locked_until")
  private long lockedUntil;

  @Enumerated(EnumType.STRING)
  @Column(name = "asked_outcome")
  private CaseOutcome askedOutcome;

  @Column(name = "asked_by")
  private String askedBy = "";

  @Enumerated(EnumType.STRING)
  private CaseOutcome outcome;

  @Column(name = "closed_by")
  private String closedBy = "";

  @Column(name = "closed_at")
  private long closedAt;

  protected StoredCase() {}

  /** With no payment in it yet. */
  public StoredCase(String subjectKind, String subject, String currency, Instant now) {
    this.subjectKind = subjectKind;
    this.subject = subject;
    this.currency = currency;
    this.openedAt = now.toEpochMilli();
  }

  /**
   * A payment as a case takes it in.
   *
   * @param score null without a model
   * @param cents the amount in hundredths; counts only in the case's own currency
   * @param riskCents what is at risk, in hundredths
   */
  public record Joining(
      String id, Outcome decision, Double score, String currency, long cents, long riskCents) {}

  /** Takes a payment in; says whether its decision is harder than those before. */
  public boolean join(Joining payment, Instant now) {
    boolean harder = payments == 0 || payment.decision().compareTo(decision) > 0;
    decision = decision.and(payment.decision());
    if (payment.score() != null && (score == null || payment.score() > score)) {
      score = payment.score();
    }
    if (payment.currency().equals(currency)) {
      amountCents += payment.cents();
      riskCents += payment.riskCents();
      if (payment.decision() == Outcome.BLOCK) {
        blockedCents = Math.max(blockedCents, payment.cents());
      }
    }
    if (payments == 0 || payment.riskCents() > mainRiskCents) {
      mainPayment = payment.id();
      mainRiskCents = payment.riskCents();
    }
    payments++;
    joinedAt = now.toEpochMilli();
    return harder;
  }

  /** How urgent it is; it never has more time than it had. */
  public void rank(CasePriority newPriority, Instant due, String newQueue) {
    priority = newPriority;
    dueAt = Math.min(dueAt, due.toEpochMilli());
    queue = newQueue;
    order();
  }

  /** Somebody says how urgent it is. */
  public void prioritise(CasePriority newPriority) {
    priority = newPriority;
    order();
  }

  /** By priority, then by what is due first; closed ones come last, the latest of them first. */
  private void order() {
    urgency =
        state == CaseState.CLOSED
            ? closedAt - STEP
            : priority.rank() * STEP - Math.min(dueAt, STEP - 1);
  }

  /** Whether somebody else works on it. */
  public boolean lockedFor(String person, Instant now) {
    return !lockedBy.isEmpty() && !lockedBy.equals(person) && lockedUntil > now.toEpochMilli();
  }

  /** This person works on it until then. */
  public void lock(String person, Instant until) {
    lockedBy = person;
    lockedUntil = until.toEpochMilli();
    assignee = person;
    if (state == CaseState.OPEN) {
      state = CaseState.WORKING;
    }
  }

  /** Nobody works on it. */
  public void unlock() {
    lockedBy = "";
    lockedUntil = 0;
  }

  /** It is this person's; empty for nobody's. */
  public void assign(String person) {
    assignee = person;
    unlock();
  }

  /**
   * A supervisor is to decide.
   *
   * @param wanted the outcome to agree with; null where there is none
   */
  public void escalate(CaseOutcome wanted, String by) {
    state = CaseState.ESCALATED;
    askedOutcome = wanted;
    askedBy = by;
    unlock();
    order();
  }

  /** It is known what it was. */
  public void close(CaseOutcome what, String by, Instant now) {
    state = CaseState.CLOSED;
    outcome = what;
    closedBy = by;
    closedAt = now.toEpochMilli();
    unlock();
    order();
  }

  /** It is worked on again, by whom it was given to. */
  public void reopen() {
    state = assignee.isEmpty() ? CaseState.OPEN : CaseState.WORKING;
    outcome = null;
    closedBy = "";
    closedAt = 0;
    askedOutcome = null;
    askedBy = "";
    unlock();
    order();
  }

  /** Closed, it turned out to be something else. */
  public void correct(CaseOutcome what) {
    outcome = what;
  }

  public Long id() {
    return id;
  }

  public CaseState state() {
    return state;
  }

  /** The greater, the sooner it comes. */
  public long urgency() {
    return urgency;
  }

  public String queue() {
    return queue;
  }

  public Outcome decision() {
    return decision;
  }

  public Double score() {
    return score;
  }

  public long riskCents() {
    return riskCents;
  }

  public long amountCents() {
    return amountCents;
  }

  /** The largest amount that was blocked, in hundredths. */
  public long blockedCents() {
    return blockedCents;
  }

  public int payments() {
    return payments;
  }

  /** In milliseconds since 1970. */
  public long dueAt() {
    return dueAt;
  }

  public CaseOutcome askedOutcome() {
    return askedOutcome;
  }

  public String askedBy() {
    return askedBy;
  }

  public CaseOutcome outcome() {
    return outcome;
  }

  public long closedAt() {
    return closedAt;
  }

  public String mainPayment() {
    return mainPayment;
  }

  public String assignee() {
    return assignee;
  }

  /** As others see it. */
  public CaseRow view() {
    return new CaseRow(
        id,
        state,
        queue,
        priority,
        decision,
        subjectKind,
        subject,
        mainPayment,
        payments,
        score,
        currency,
        BigDecimal.valueOf(amountCents, 2),
        BigDecimal.valueOf(riskCents, 2),
        Instant.ofEpochMilli(openedAt),
        Instant.ofEpochMilli(dueAt),
        assignee,
        lockedBy,
        Instant.ofEpochMilli(lockedUntil),
        askedOutcome,
        askedBy,
        outcome,
        closedBy,
        closedAt == 0 ? null : Instant.ofEpochMilli(closedAt));
  }
}
