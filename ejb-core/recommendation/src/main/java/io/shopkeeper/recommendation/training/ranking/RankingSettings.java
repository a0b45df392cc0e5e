package io.shopkeeper.recommendation.training.ranking;

import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;
import java.time.Duration;

/**
 * What a training of the ranking learns.
 *
 * @param goal what is to follow for a product to count
 * @param window how long after it was shown; zero for any time after it
 */
record RankingSettings(FollowUp goal, Duration window) {

  /** What is to follow. */
  static final SettingDefinition GOAL =
      SettingDefinition.choice("recommendation.ranking-goal", FollowUp.words())
          .ownedBy(RankingSettings.class);

  /** Hours. */
  static final SettingDefinition WINDOW =
      SettingDefinition.number("recommendation.ranking-window", 0, 720, 72)
          .ownedBy(RankingSettings.class);

  /** As it is set now. */
  static RankingSettings of(Settings settings) {
    return new RankingSettings(
        FollowUp.named(settings.text(GOAL)), Duration.ofHours(settings.number(WINDOW).orElse(0L)));
  }
}
