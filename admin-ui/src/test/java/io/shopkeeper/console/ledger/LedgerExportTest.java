package io.shopkeeper.console.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerExportTest {

  @ParameterizedTest
  @CsvSource({
    "=1+1, '''=1+1'",
    "+49 30, '''+49 30'",
    "@cmd, '''@cmd'",
    "-2+3, '''-2+3'",
    "-12.50, -12.50",
    "plain, plain",
    "'', ''"
  })
  void aCellThatASpreadsheetWouldRunIsMadeHarmless(String cell, String expected) {
    assertThat(LedgerExport.harmless(cell)).isEqualTo(expected);
  }
}
