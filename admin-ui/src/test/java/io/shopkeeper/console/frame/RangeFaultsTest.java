package io.shopkeeper.console.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.prediction.boundary.behaviour.BehaviourQuery;
import io.shopkeeper.recommendation.boundary.figures.FigureRange;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be wrong with days and windows is said in Chinese, too. */
class RangeFaultsTest {

  @ParameterizedTest
  @CsvSource({"soon,,", ",2026-11-27,", "2026-11-26,2026-11-25,", "2026-01-01,,", ",,999"})
  void everyFaultIsTranslated(String from, String to, String window) {
    InvalidInputException invalid =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> FigureRange.of(from, to, window, LocalDate.of(2026, 11, 26)));
    assertThat(invalid.errors())
        .isNotEmpty()
        .allSatisfy(
            error ->
                assertThat(FaultTable.read("faults_zh_CN.tsv").translate(error.message()))
                    .containsPattern("\\p{IsHan}")
                    .doesNotContain("must", "later", "kept"));
  }

  /** The same of the questions about behaviour. */
  @ParameterizedTest
  @CsvSource({"soon,", "2026-11-27,2026-11-26", "2000-01-01,2026-11-26"})
  void everyFaultOfAPeriodIsTranslated(String from, String to) {
    InvalidInputException invalid =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> BehaviourQuery.of(from, to, null, "NOBODY", LocalDate.of(2026, 11, 26), 28));
    assertThat(invalid.errors())
        .hasSizeGreaterThan(1)
        .allSatisfy(
            error ->
                assertThat(FaultTable.read("faults_zh_CN.tsv").translate(error.message()))
                    .containsPattern("\\p{IsHan}")
                    .doesNotContain("must", "later", "days"));
  }
}
