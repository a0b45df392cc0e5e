package io.shopkeeper.fraud.boundary.cases;

import io.shopkeeper.fraud.boundary.Outcome;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A case in a list.
 *
 * @param queue as the setting of queues names it: a decision, {@code large}, {@code model}, a rule
 *     …
 * @param decision the hardest of its payments'
 * @param subjectKind {@code customer}, {@code card}, {@code device}, {@code email} or {@code
 *     payment}
 * @param subject whose payments they are
 * @param mainPayment the one at which the most is at risk
 * @param score the highest; null without a model
 * @param amount of all payments in its currency
 * @param risk amount × score of all payments; without a model what stands for a score by the
 *     decision
 * @param due until when it is to be closed
 * @param assignee empty for nobody
 * @param lockedBy who works on it now; empty for nobody
 * @param lockedUntil when the lock ends
 * @param asked the outcome that a supervisor is to agree with; null for none
 * @param askedBy empty for nobody
 * @param outcome null until it is closed
 * @param closedAt null until it is closed
 */
public record CaseRow(
    long id,
    CaseState state,
    String queue,
    CasePriority priority,
    Outcome decision,
    String subjectKind,
    String subject,
    String mainPayment,
    int payments,
    Double score,
    String currency,
    BigDecimal amount,
    BigDecimal risk,
    Instant opened,
    Instant due,
    String assignee,
    String lockedBy,
    Instant lockedUntil,
    CaseOutcome asked,
    String askedBy,
    CaseOutcome outcome,
    String closedBy,
    Instant closedAt) {

  /** Whether it should have been closed by now. */
  public boolean overdue(Instant now) {
    return state != CaseState.CLOSED && due.isBefore(now);
  }

  /** Whether somebody else works on it now. */
  public boolean lockedFor(String person, Instant now) {
    return state != CaseState.CLOSED
        && !lockedBy.isEmpty()
        && !lockedBy.equals(person)
        && lockedUntil.isAfter(now);
  }

  /** Whether this person works on it now. */
  public boolean heldBy(String person, Instant now) {
    return state != CaseState.CLOSED && lockedBy.equals(person) && lockedUntil.isAfter(now);
  }
}
