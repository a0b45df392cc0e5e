package io.shopkeeper.fraud.appeal;

import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;

/** What the shop has chosen of appeals. */
public final class AppealSettings {

  private static final SettingDefinition MOST =
      SettingDefinition.number("fraud.appeal-most", 0, 100, 3).ownedBy(AppealSettings.class);

  private AppealSettings() {}

  /** Lets people change it. */
  public static void offer(Settings settings) {
    settings.offer(MOST);
  }

  /** How many of one customer, card or device are taken in 30 days. */
  public static long most(Settings settings) {
    return settings.number(MOST).orElse(0L);
  }
}
