package io.shopkeeper.recommendation.boundary.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureRangeTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  private static List<String> faults(String from, String to, String window) {
    return catchThrowableOfType(
            InvalidInputException.class, () -> FigureRange.of(from, to, window, TODAY))
        .errors()
        .stream()
        .map(FieldError::pointer)
        .toList();
  }

  @Test
  void withoutAnythingItIsTheLastFourWeeksAndADay() {
    assertThat(FigureRange.of(null, " ", null, TODAY))
        .isEqualTo(new FigureRange(LocalDate.of(2026, 10, 30), TODAY, 24));
    assertThat(FigureRange.of(null, null, null, TODAY).days()).hasSize(28);
  }

  @Test
  void bothDaysAreInIt() {
    FigureRange day = FigureRange.of("2026-11-25", "2026-11-25", "168", TODAY);
    assertThat(day.days()).containsExactly(LocalDate.of(2026, 11, 25));
    assertThat(day.begin()).isEqualTo("2026-11-25T00:00:00Z");
    assertThat(day.end()).isEqualTo("2026-11-26T00:00:00Z");
  }

  @Test
  void withoutAFirstDayItReachesBackAsFarAsThingsAreKept() {
    assertThat(FigureRange.of(null, "2026-09-05", null, TODAY).from())
        .isEqualTo(LocalDate.of(2026, 8, 29));
  }

  @Test
  void everyFaultIsNamed() {
    assertThat(faults("yesterday", "2026-13-01", "0"))
        .containsExactlyInAnyOrder("/from", "/to", "/window");
    assertThat(faults(null, "2026-11-27", null)).containsExactly("/to");
    assertThat(faults("2026-11-26", "2026-11-25", null)).containsExactly("/from");
    assertThat(faults("2026-08-28", null, "0")).containsExactly("/from", "/window");
    assertThat(faults(null, "2026-08-01", null)).containsExactly("/from");
    assertThat(faults(null, null, "721")).containsExactly("/window");
  }
}
