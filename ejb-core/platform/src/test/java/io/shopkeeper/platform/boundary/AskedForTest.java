package io.shopkeeper.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskedForTest {

  private static final LocalDate USUAL = LocalDate.of(2026, 11, 27);

  private final List<FieldError> errors = new ArrayList<>();

  @Test
  void aDayIsReadWithSpacesAroundIt() {
    assertThat(AskedFor.day(" 2024-02-29 ", USUAL, "/to", errors))
        .isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(errors).isEmpty();
  }

  @Test
  void withoutADayTheUsualOneIsMeant() {
    assertThat(AskedFor.day(null, USUAL, "/to", errors)).isEqualTo(USUAL);
    assertThat(AskedFor.day("  ", USUAL, "/to", errors)).isEqualTo(USUAL);
    assertThat(errors).isEmpty();
  }

  @Test
  void whatIsNoDayIsAFaultAtItsField() {
    assertThat(AskedFor.day("2023-02-29", USUAL, "/from", errors)).isEqualTo(USUAL);
    assertThat(errors).extracting(FieldError::pointer).containsExactly("/from");
  }
}
