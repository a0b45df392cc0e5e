package io.shopkeeper.fraud.attempt;

import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the shop has chosen of how sign-ins and sign-ups are judged. */
public final class AttemptSettings {

  private static final Map<String, SettingDefinition> LIMITS = new LinkedHashMap<>();

  private static final SettingDefinition BLOCKED = lists("attempt-block-lists");
  private static final SettingDefinition TRUSTED = lists("attempt-trust-lists");
  private static final SettingDefinition KEPT =
      SettingDefinition.number("fraud.attempt-days", 30, 730, 90).ownedBy(AttemptSettings.class);

  static {
    for (AttemptRule rule : AttemptRule.ALL) {
      LIMITS.put(
          rule.id(),
          SettingDefinition.number("fraud." + rule.id(), 0, rule.most(), rule.usual())
              .ownedBy(AttemptSettings.class));
    }
  }

  private AttemptSettings() {}

  private static SettingDefinition lists(String name) {
    return SettingDefinition.text("fraud." + name, 1000).ownedBy(AttemptSettings.class);
  }

  static void offer(Settings settings) {
    settings.offer(LIMITS.values().toArray(SettingDefinition[]::new));
    settings.offer(BLOCKED, TRUSTED, KEPT);
  }

  /** The limit of a rule; 0 where it is off. */
  static long limit(Settings settings, AttemptRule rule) {
    return settings.number(LIMITS.get(rule.id())).orElse(0L);
  }

  /** Names of the lists whose entries are refused. */
  static List<String> blocked(Settings settings) {
    return names(settings.text(BLOCKED));
  }

  /** Names of the lists whose entries pass, whatever rules say. */
  static List<String> trusted(Settings settings) {
    return names(settings.text(TRUSTED));
  }

  private static List<String> names(String text) {
    return Arrays.stream(text.split("[,;\\s]+")).filter(name -> !name.isEmpty()).toList();
  }

  /** How long attempts are kept. */
  static Duration kept(Settings settings) {
    return Duration.ofDays(settings.number(KEPT).orElse(0L));
  }
}
