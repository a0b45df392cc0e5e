package io.shopkeeper.ml.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetrainRuleTest {

  private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
  private static final RetrainRule RULE = new RetrainRule(0.1, 100, Duration.ofHours(24));

  /** A divergence of which chance explains a part. */
  private static TasteShift shift(double divergence, long before, long now) {
    return new TasteShift(divergence, 0.05, 0.06, before, now, List.of());
  }

  @Test
  void aShiftOverTheThresholdStartsATrainingUnlessOneWasJustNow() {
    TasteShift moved = shift(0.2, 100, 100);
    assertThat(RULE.due(moved, Optional.empty(), NOW)).isTrue();
    assertThat(RULE.due(moved, Optional.of(NOW.minus(Duration.ofHours(24))), NOW)).isTrue();
    assertThat(RULE.due(moved, Optional.of(NOW.minus(Duration.ofHours(23))), NOW)).isFalse();
    assertThat(RULE.moved(shift(0.14, 100, 100))).as("less chance").isFalse();
    assertThat(RULE.moved(shift(0.9, 99, 100))).isFalse();
    assertThat(RULE.moved(shift(0.9, 100, 99))).isFalse();
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> new RetrainRule(0, 1, Duration.ZERO))
        .hasMessageContaining("above 0 to 1");
  }
}
