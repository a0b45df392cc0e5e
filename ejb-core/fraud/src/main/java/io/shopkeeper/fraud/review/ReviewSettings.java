package io.shopkeeper.fraud.review;

import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;

/** What the shop has chosen of how reviews are judged. */
public final class ReviewSettings {

  private static final SettingDefinition SUSPECT =
      SettingDefinition.number("fraud.review-suspect-from", 1, 101, 60)
          .ownedBy(ReviewSettings.class);

  private ReviewSettings() {}

  static void offer(Settings settings) {
    settings.offer(SUSPECT);
  }

  /** From which score on a review is suspect; 101 for never. */
  public static long suspectFrom(Settings settings) {
    return settings.number(SUSPECT).orElse(101L);
  }
}
