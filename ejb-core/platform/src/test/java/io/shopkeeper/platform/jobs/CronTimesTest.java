package io.shopkeeper.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.platform.boundary.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronTimesTest {

  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  @Test
  void theNextFiveRunsAreInTheZonesOwnTime() {
    CronTimes berlin = CronTimes.of("30 3 * * 1-5", "Europe/Berlin", NOW);
    assertThat(berlin.next(NOW, 5))
        .containsExactly(
            Instant.parse("2026-11-26T02:30:00Z"),
            Instant.parse("2026-11-27T02:30:00Z"),
            Instant.parse("2026-11-30T02:30:00Z"),
            Instant.parse("2026-12-01T02:30:00Z"),
            Instant.parse("2026-12-02T02:30:00Z"));
  }

  @Test
  void aTimeThatTheClocksSkipComesOnceThatDay() {
    Instant before = Instant.parse("2026-03-28T12:00:00Z");
    CronTimes times = CronTimes.of("30 2 * * *", "Europe/Berlin", before);
    assertThat(times.next(before, 3))
        .containsExactly(
            Instant.parse("2026-03-29T01:00:00Z"),
            Instant.parse("2026-03-30T00:30:00Z"),
            Instant.parse("2026-03-31T00:30:00Z"));
  }

  @Test
  void aTimeThatTheClocksRepeatComesOnce() {
    Instant before = Instant.parse("2026-10-24T12:00:00Z");
    CronTimes times = CronTimes.of("30 2 * * *", "Europe/Berlin", before);
    assertThat(times.next(before, 2)).allMatch(time -> time.isBefore(before.plusSeconds(180_000)));
    assertThat(times.next(before, 2).get(1)).isEqualTo(Instant.parse("2026-10-26T01:30:00Z"));
  }

  @Test
  void missedRunsAreCountedOnceTheyAreLate() {
    CronTimes hourly = CronTimes.of("0 * * * *", "UTC", NOW);
    Duration punctual = Duration.ofMinutes(2);
    assertThat(hourly.missed(NOW, NOW.plusSeconds(5), punctual)).isZero();
    assertThat(hourly.missed(NOW, NOW.plus(Duration.ofMinutes(150)), punctual)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "* * * *", "61 * * * *", "* * * * * *", "0 25 * * *", "0 0 31 2 *", "x"})
  void whatIsNoTimeIsRefusedWithItsField(String cron) {
    assertThatThrownBy(() -> CronTimes.of(cron, "UTC", NOW))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("/cron");
  }

  @Test
  void anUnknownZoneIsRefused() {
    assertThatThrownBy(() -> CronTimes.of("0 0 * * *", "Europe/Nowhere", NOW))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("/zone");
  }
}
