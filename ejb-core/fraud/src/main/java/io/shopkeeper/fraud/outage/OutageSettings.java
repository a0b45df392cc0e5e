package io.shopkeeper.fraud.outage;

import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;
import java.time.Duration;

/** What the shop has chosen for when something is missing or late. */
public final class OutageSettings {

  /** Milliseconds in which features and model have to be there. */
  static final SettingDefinition BUDGET = number("fraud.budget-ms", 5, 60_000, 200);

  /** Milliseconds after which the database counts as away. */
  static final SettingDefinition PATIENCE = number("fraud.storage-ms", 100, 60_000, 3_000);

  /** Megabytes of the journal. */
  static final SettingDefinition JOURNAL = number("fraud.journal-mb", 1, 1_000, 256);

  private static final long MEGABYTE = 1 << 20;

  private OutageSettings() {}

  private static SettingDefinition number(String name, long from, long to, long usual) {
    return SettingDefinition.number(name, from, to, usual).ownedBy(OutageSettings.class);
  }

  /** Lets people change them. */
  public static void offer(Settings settings) {
    settings.offer(BUDGET, PATIENCE, JOURNAL);
  }

  /** How long features and model may take. */
  public static Duration budget(Settings settings) {
    return Duration.ofMillis(settings.number(BUDGET).orElse(200L));
  }

  /** How long an answer of the database may take. */
  static Duration patience(Settings settings) {
    return Duration.ofMillis(settings.number(PATIENCE).orElse(3_000L));
  }

  /** How many bytes the journal may have. */
  static long journal(Settings settings) {
    return MEGABYTE * settings.number(JOURNAL).orElse(256L);
  }
}
