package io.shopkeeper.catalog.boundary.person;

import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;

/** What holds for people who decided nothing yet. */
public final class PrivacySettings {

  /** Whether the shop may personalise until somebody refuses; off for a shop that asks first. */
  public static final SettingDefinition PERSONALISATION =
      SettingDefinition.toggle("privacy.personalisation", true).ownedBy(PrivacySettings.class);

  /** The same for measuring. */
  public static final SettingDefinition ANALYTICS =
      SettingDefinition.toggle("privacy.analytics", true).ownedBy(PrivacySettings.class);

  /** The same for mail and messages. */
  public static final SettingDefinition MARKETING =
      SettingDefinition.toggle("privacy.marketing", false).ownedBy(PrivacySettings.class);

  private PrivacySettings() {}

  /** Lets people change them. */
  public static void offer(Settings settings) {
    settings.offer(PERSONALISATION, ANALYTICS, MARKETING);
  }

  static boolean granted(Settings settings, Purpose purpose) {
    return settings.on(
        switch (purpose) {
          case PERSONALISATION -> PERSONALISATION;
          case ANALYTICS -> ANALYTICS;
          case MARKETING -> MARKETING;
        });
  }
}
