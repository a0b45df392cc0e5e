package io.shopkeeper.platform.upkeep;

import static io.shopkeeper.platform.boundary.RetentionRules.USUAL;

import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;

/** How long the shop keeps things, as people can choose it. */
final class RetentionSettings {

  private static final long MOST = 99_999;

  private RetentionSettings() {}

  /** Lets people choose. */
  static void offer(Settings settings) {
    settings.offer(
        number("retention.keepJobsDays", USUAL.keepJobsDays()),
        number("retention.keepJobs", USUAL.keepJobs()),
        number("retention.keepVersions", USUAL.keepVersions()),
        number("retention.keepVersionsDays", USUAL.keepVersionsDays()),
        number("retention.keepLiveDays", USUAL.keepLiveDays()));
  }

  private static SettingDefinition number(String name, int usual) {
    return SettingDefinition.number(name, 1, MOST, usual).ownedBy(RetentionSettings.class);
  }
}
