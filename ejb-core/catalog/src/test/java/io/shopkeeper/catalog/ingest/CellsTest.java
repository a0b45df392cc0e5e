package io.shopkeeper.catalog.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.clean.RowNote;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

  @Test
  void emptyIsMissing() {
    assertThat(cells("").text("f")).isNull();
    assertThat(cells("   ").text("f", "otherwise")).isEqualTo("otherwise");
    assertThat(new Cells(Map.of()).text("f")).isNull();
  }

  @Test
  void spaceAndNormalFormAreMendedAndNoted() {
    Cells cells = cells(" Cafe\u0301 ");
    assertThat(cells.text("f")).isEqualTo("Caf\u00e9");
    assertThat(cells.repairs()).hasSize(1);
    Cells clean = cells("Caf\u00e9");
    assertThat(clean.text("f")).isEqualTo("Caf\u00e9");
    assertThat(clean.repairs()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+cmd", "-2+3+cmd|x"})
  void whatLooksLikeAFormulaIsKeptAndDoubted(String text) {
    Cells cells = cells(text);
    assertThat(cells.text("f")).isEqualTo(text);
    assertThat(cells.doubts())
        .extracting(RowNote::detail)
        .containsExactly("f begins like a formula");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "+4.50", "-1,000.00", "-", "=", "a=b"})
  void numbersAndSingleSignsAreNoFormulas(String text) {
    Cells cells = cells(text);
    cells.text("f");
    assertThat(cells.doubts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"19,90", "1e9", "NaN", "0x10", "1.", "٣", "$5"})
  void aNumberIsWrittenPlainly(String text) {
    Cells cells = cells(text);
    assertThat(cells.decimal("f")).isNull();
    assertThat(cells.errors()).hasSize(1);
  }

  @Property
  void everyPlainNumberComesBack(@ForAll BigDecimal number) {
    if (number.scale() >= 0 && number.scale() <= 10 && number.precision() <= 15) {
      assertThat(cells(number.toPlainString()).decimal("f")).isEqualByComparingTo(number);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T10:00:00Z, 2026-11-24T10:00:00Z",
    "2026-11-24T10:00:00+08:00, 2026-11-24T02:00:00Z",
    "2026-11-24T10:00:00+0800, 2026-11-24T02:00:00Z",
    "2026-11-24 10:00:00, 2026-11-24T10:00:00Z",
    "2026-11-24, 2026-11-24T00:00:00Z",
    "881250949, 1997-12-04T15:55:49Z",
    "1732442400000, 2024-11-24T10:00:00Z"
  })
  void timesAreUnderstoodInTheirCommonForms(String text, Instant expected) {
    assertThat(cells(text).time("f")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yesterday", "2026-13-01", "24/11/2026", "2026-02-30", "99999999999999999"})
  void otherTimesAreErrors(String text) {
    Cells cells = cells(text);
    assertThat(cells.time("f")).isNull();
    assertThat(cells.errors()).hasSize(1);
  }

  @Test
  void flagsAreWordsOfBothLanguages() {
    assertThat(cells("是").flag("f", false)).isTrue();
    assertThat(cells("No").flag("f", true)).isFalse();
    assertThat(cells("").flag("f", true)).isTrue();
    Cells strange = cells("maybe");
    assertThat(strange.flag("f", true)).isTrue();
    assertThat(strange.errors()).hasSize(1);
  }

  @Test
  void attributesComeAsJsonOrAsPairs() {
    Map<String, String> expected = Map.of("colour", "red", "size", "M");
    assertThat(cells("colour=red; size = M").texts("f")).isEqualTo(expected);
    assertThat(cells("{\"colour\":\"red\",\"size\":\"M\"}").texts("f")).isEqualTo(expected);
    Cells broken = cells("{\"colour\":");
    assertThat(broken.texts("f")).isEmpty();
    assertThat(broken.errors()).hasSize(1);
  }

  /** Whatever a cell holds, reading it gives a value or an error, never an exception. */
  @Property
  void anythingCanBeRead(@ForAll String text) {
    Cells cells = cells(text);
    cells.text("f");
    cells.decimal("f");
    cells.integer("f", 0);
    cells.flag("f", true);
    cells.time("f");
    cells.texts("f");
    cells.list("f");
    assertThat(cells.errors()).allSatisfy(error -> assertThat(error.pointer()).isEqualTo("/f"));
  }

  @Example
  void aLongValueIsShortenedInItsError() {
    Cells cells = cells("x".repeat(5000));
    cells.decimal("f");
    assertThat(cells.errors().getFirst().message()).hasSizeLessThan(150);
  }

  private static Cells cells(String text) {
    return new Cells(Map.of("f", text));
  }
}
