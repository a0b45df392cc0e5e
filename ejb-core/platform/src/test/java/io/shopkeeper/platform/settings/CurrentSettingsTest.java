package io.shopkeeper.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.platform.boundary.SettingDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurrentSettingsTest {

  private static final SettingDefinition DAYS = SettingDefinition.number("shop.days", 1, 90, 30);

  private final MovedClock clock = new MovedClock();
  private Map<String, String> committed = Map.of();
  private int reads;
  private final CurrentSettings settings = new CurrentSettings(this::read, clock);

  private Map<String, String> read() {
    reads++;
    return committed;
  }

  @Test
  void aChangeOfThisServerHoldsAtOnceAndIsCounted() {
    assertThat(settings.text(DAYS)).isEqualTo("30");
    long before = settings.changes();
    committed = Map.of("shop.days", "14");
    assertThat(settings.text(DAYS)).as("nobody has told").isEqualTo("30");
    settings.changed();
    assertThat(settings.text(DAYS)).isEqualTo("14");
    assertThat(settings.changes()).isEqualTo(before + 1);
  }

  @Test
  void oneOfAnotherServerHoldsAfterHalfASecond() {
    settings.text(DAYS);
    long before = settings.changes();
    committed = Map.of("shop.days", "14");
    clock.forward(501);
    assertThat(settings.text(DAYS)).isEqualTo("14");
    assertThat(settings.changes()).isEqualTo(before + 1);
  }

  @Test
  void whatIsReadAgainAndTheSameIsNoChange() {
    committed = Map.of("shop.days", "14");
    settings.text(DAYS);
    long before = settings.changes();
    committed = Map.of("shop.days", "14");
    clock.forward(600);
    assertThat(settings.text(DAYS)).isEqualTo("14");
    assertThat(reads).isEqualTo(2);
    assertThat(settings.changes()).isEqualTo(before);
  }

  @Test
  void whatDoesNotFitIsPassedOverAndADefinitionMayChange() {
    committed = Map.of("shop.days", "900");
    assertThat(settings.text(DAYS)).isEqualTo("30");
    assertThat(settings.text(SettingDefinition.number("shop.days", 1, 1000, 7))).isEqualTo("900");
    assertThat(settings.text(DAYS)).isEqualTo("30");
  }

  /** A clock that stands until a test moves it. */
  private static final class MovedClock extends Clock {

    private Instant now = Instant.parse("2026-11-26T10:00:00Z");

    void forward(long millis) {
      now = now.plusMillis(millis);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
