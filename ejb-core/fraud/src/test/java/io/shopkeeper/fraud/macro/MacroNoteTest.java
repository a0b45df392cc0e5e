package io.shopkeeper.fraud.macro;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.cases.CasePriority;
import io.shopkeeper.fraud.boundary.cases.CaseRow;
import io.shopkeeper.fraud.boundary.cases.CaseState;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MacroNoteTest {

  private static CaseRow row(String subject) {
    Instant then = Instant.EPOCH;
    return new CaseRow(
        7,
        CaseState.OPEN,
        "block",
        CasePriority.LOW,
        Outcome.BLOCK,
        "customer",
        subject,
        "p",
        1,
        null,
        "EUR",
        new BigDecimal("12.50"),
        BigDecimal.ONE,
        then,
        then,
        "",
        "",
        then,
        null,
        "",
        null,
        "",
        null);
  }

  @Test
  void placeholdersAreFilledIn() {
    assertThat(MacroNote.of("{me}: {case} {subject} {amount} {payments}", row("c-1"), "anna"))
        .isEqualTo("anna: 7 c-1 12.50 EUR 1");
  }

  @Test
  void whatIsFilledInIsNotReadAgain() {
    assertThat(MacroNote.of("{subject}", row("{me}$1"), "anna")).isEqualTo("{me}$1");
  }

  @Test
  void unknownOnesAreNamedOnce() {
    assertThat(MacroNote.unknown("{who} {case} {who} {}")).containsExactly("who", "");
  }
}
