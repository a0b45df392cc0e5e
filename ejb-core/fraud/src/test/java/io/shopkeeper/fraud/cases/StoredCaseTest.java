package io.shopkeeper.fraud.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.cases.CaseOutcome;
import io.shopkeeper.fraud.boundary.cases.CasePriority;
import io.shopkeeper.fraud.boundary.cases.CaseState;
import io.shopkeeper.fraud.entity.StoredCase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoredCaseTest {

  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

  private final StoredCase file = new StoredCase("customer", "anna", "EUR", NOW);

  private static StoredCase.Joining payment(String id, Outcome outcome, long cents, long risk) {
    return new StoredCase.Joining(id, outcome, risk / (double) cents, "EUR", cents, risk);
  }

  @Test
  void paymentsAddUpAndTheHardestDecisionHolds() {
    assertThat(file.join(payment("p-1", Outcome.REVIEW, 1000, 600), NOW)).isTrue();
    assertThat(file.join(payment("p-2", Outcome.BLOCK, 5000, 4500), NOW)).isTrue();
    assertThat(file.join(payment("p-3", Outcome.REVIEW, 9000, 900), NOW)).isFalse();
    file.join(new StoredCase.Joining("p-4", Outcome.BLOCK, null, "USD", 99_999, 99_999), NOW);
    assertThat(file.decision()).isEqualTo(Outcome.BLOCK);
    assertThat(file.mainPayment()).isEqualTo("p-4");
    assertThat(file.amountCents()).as("in its own currency").isEqualTo(15_000);
    assertThat(file.riskCents()).isEqualTo(6000);
    assertThat(file.blockedCents()).isEqualTo(5000);
    assertThat(file.score()).isEqualTo(0.9);
    assertThat(file.payments()).isEqualTo(4);
  }

  @Test
  void theUrgentComeFirstThenWhatIsDueFirstAndTheClosedLast() {
    long urgent = urgency(CasePriority.URGENT, 9);
    long soon = urgency(CasePriority.LOW, 1);
    long late = urgency(CasePriority.LOW, 2);
    assertThat(urgent).isGreaterThan(soon);
    assertThat(soon).isGreaterThan(late);
    file.close(CaseOutcome.CLEARED, "ben", NOW);
    assertThat(file.urgency()).isLessThan(late);
  }

  private long urgency(CasePriority priority, int hours) {
    var one = new StoredCase("card", "k", "EUR", NOW);
    one.rank(priority, NOW.plus(Duration.ofHours(hours)), "block");
    return one.urgency();
  }

  /** It has no more time than it had, whatever joins it. */
  @Test
  void itIsNeverDueLater() {
    file.rank(CasePriority.HIGH, NOW.plusSeconds(100), "block");
    file.rank(CasePriority.HIGH, NOW.plusSeconds(900), "block");
    assertThat(file.dueAt()).isEqualTo(NOW.plusSeconds(100).toEpochMilli());
  }

  @Test
  void itGoesFromOpenToClosedAndBack() {
    file.lock("ben", NOW.plusSeconds(60));
    assertThat(file.state()).isEqualTo(CaseState.WORKING);
    assertThat(file.lockedFor("anna", NOW)).isTrue();
    assertThat(file.lockedFor("anna", NOW.plusSeconds(61))).isFalse();
    assertThat(file.lockedFor("ben", NOW)).isFalse();
    file.escalate(CaseOutcome.CLEARED, "ben");
    assertThat(file.state()).isEqualTo(CaseState.ESCALATED);
    assertThat(file.lockedFor("anna", NOW)).isFalse();
    file.close(CaseOutcome.CLEARED, "anna", NOW);
    assertThat(file.state()).isEqualTo(CaseState.CLOSED);
    file.reopen();
    assertThat(file.state()).isEqualTo(CaseState.WORKING);
    assertThat(file.outcome()).isNull();
    assertThat(file.askedOutcome()).isNull();
    assertThat(file.assignee()).isEqualTo("ben");
  }
}
