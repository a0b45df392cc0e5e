package io.shopkeeper.recommendation.drift;

import io.shopkeeper.ml.drift.RetrainRule;
import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;
import java.time.Duration;

/** What the shop has chosen of how its recommendation follows tastes that move. */
final class DriftSettings {

  /** Whether a shift starts a training. */
  static final SettingDefinition TRAIN =
      SettingDefinition.toggle("recommendation.drift", true).ownedBy(DriftSettings.class);

  /** From which shift on, in percent. */
  static final SettingDefinition THRESHOLD =
      SettingDefinition.number("recommendation.drift-threshold", 1, 100, 10)
          .ownedBy(DriftSettings.class);

  /** Visits that must be known before and after the training. */
  static final SettingDefinition FEWEST =
      SettingDefinition.number("recommendation.drift-visits", 50, 1_000_000, 500)
          .ownedBy(DriftSettings.class);

  /** By how much the hit rate has to fall, in percent of what it was. */
  static final SettingDefinition HITS =
      SettingDefinition.number("recommendation.drift-hits", 1, 100, 20)
          .ownedBy(DriftSettings.class);

  /** Hours from one training to the next that drift may start. */
  static final SettingDefinition PAUSE =
      SettingDefinition.number("recommendation.drift-pause", 1, 720, 24)
          .ownedBy(DriftSettings.class);

  private DriftSettings() {}

  /** As it is set now. */
  static RetrainRule rule(Settings settings) {
    return new RetrainRule(
        settings.number(THRESHOLD).orElseThrow() / 100.0,
        settings.number(FEWEST).orElseThrow(),
        Duration.ofHours(settings.number(PAUSE).orElseThrow()));
  }
}
