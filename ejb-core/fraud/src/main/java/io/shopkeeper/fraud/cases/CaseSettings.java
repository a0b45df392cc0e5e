package io.shopkeeper.fraud.cases;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.cases.CasePriority;
import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;
import java.time.Duration;
import java.util.List;

/** What the shop has chosen of how cases come about and are worked. */
public final class CaseSettings {

  private static final long CENTS = 100;
  private static final double PERCENT = 100;

  private static final SettingDefinition CHALLENGED =
      SettingDefinition.toggle("fraud.case-challenged", false).ownedBy(CaseSettings.class);
  private static final SettingDefinition WINDOW = number("case-window-hours", 1, 2160, 72);
  private static final SettingDefinition LOCK = number("case-lock-minutes", 1, 480, 20);
  private static final SettingDefinition QUEUES =
      SettingDefinition.choice("fraud.case-queues", List.of("outcome", "amount", "model", "rule"))
          .ownedBy(CaseSettings.class);
  private static final SettingDefinition LARGE = number("case-large-from", 1, 1_000_000, 250);

  /** Whole units of the currency; more than anybody pays for never. */
  private static final SettingDefinition APPROVAL =
      number("case-approval-from", 0, 100_000_000, 500);

  private static final SettingDefinition KEPT = number("decision-days", 180, 3650, 730);

  private static final SettingDefinition NORMAL_FROM = number("case-normal-from", 0, 1_000_000, 50);
  private static final SettingDefinition HIGH_FROM = number("case-high-from", 0, 1_000_000, 200);
  private static final SettingDefinition URGENT_FROM =
      number("case-urgent-from", 0, 1_000_000, 600);

  private static final SettingDefinition LOW_HOURS = number("case-low-hours", 1, 2160, 72);
  private static final SettingDefinition NORMAL_HOURS = number("case-normal-hours", 1, 2160, 24);
  private static final SettingDefinition HIGH_HOURS = number("case-high-hours", 1, 2160, 8);
  private static final SettingDefinition URGENT_HOURS = number("case-urgent-hours", 1, 2160, 2);

  private static final SettingDefinition CHALLENGE_CHANCE = chance("challenge", 30);
  private static final SettingDefinition REVIEW_CHANCE = chance("review", 60);
  private static final SettingDefinition BLOCK_CHANCE = chance("block", 90);

  private CaseSettings() {}

  private static SettingDefinition chance(String outcome, long usual) {
    return number("case-chance-" + outcome, 0, 100, usual);
  }

  private static SettingDefinition number(String name, long least, long most, long usual) {
    return SettingDefinition.number("fraud." + name, least, most, usual)
        .ownedBy(CaseSettings.class);
  }

  static void offer(Settings settings) {
    settings.offer(
        CHALLENGED,
        WINDOW,
        LOCK,
        QUEUES,
        LARGE,
        APPROVAL,
        NORMAL_FROM,
        HIGH_FROM,
        URGENT_FROM,
        LOW_HOURS,
        NORMAL_HOURS,
        HIGH_HOURS,
        URGENT_HOURS,
        CHALLENGE_CHANCE,
        REVIEW_CHANCE,
        BLOCK_CHANCE,
        KEPT);
  }

  private static long value(Settings settings, SettingDefinition definition) {
    return settings.number(definition).orElse(0L);
  }

  /** Whether a payment with such a decision is to be looked at by a person. */
  public static boolean calls(Settings settings, Outcome decision) {
    return decision.compareTo(Outcome.REVIEW) >= 0
        || (decision == Outcome.CHALLENGE && settings.on(CHALLENGED));
  }

  /** How long after the last payment of a case another one joins it. */
  static Duration window(Settings settings) {
    return Duration.ofHours(value(settings, WINDOW));
  }

  /** How long a case belongs to who took it, after the last act. */
  public static Duration lock(Settings settings) {
    return Duration.ofMinutes(value(settings, LOCK));
  }

  /**
   * By what queues are told apart: {@code outcome}, {@code amount}, {@code model}, {@code rule}.
   */
  static String queues(Settings settings) {
    return settings.text(QUEUES);
  }

  /** From what amount on a case is a large one, in hundredths. */
  static long largeFrom(Settings settings) {
    return CENTS * value(settings, LARGE);
  }

  /** From what blocked amount on clearing a case needs a supervisor, in hundredths. */
  public static long approvalFrom(Settings settings) {
    return CENTS * value(settings, APPROVAL);
  }

  /** How urgent so much at risk is, in hundredths. */
  static CasePriority priority(Settings settings, long riskCents) {
    if (riskCents >= CENTS * value(settings, URGENT_FROM)) {
      return CasePriority.URGENT;
    }
    if (riskCents >= CENTS * value(settings, HIGH_FROM)) {
      return CasePriority.HIGH;
    }
    return riskCents >= CENTS * value(settings, NORMAL_FROM)
        ? CasePriority.NORMAL
        : CasePriority.LOW;
  }

  /** How likely fraud is at least where so was decided, 0 to 1. */
  static double chance(Settings settings, Outcome decision) {
    return switch (decision) {
      case ALLOW -> 0;
      case CHALLENGE -> value(settings, CHALLENGE_CHANCE) / PERCENT;
      case REVIEW -> value(settings, REVIEW_CHANCE) / PERCENT;
      case BLOCK -> value(settings, BLOCK_CHANCE) / PERCENT;
    };
  }

  /** Within what time a case of such a priority is to be closed. */
  public static Duration time(Settings settings, CasePriority priority) {
    return Duration.ofHours(
        value(
            settings,
            switch (priority) {
              case LOW -> LOW_HOURS;
              case NORMAL -> NORMAL_HOURS;
              case HIGH -> HIGH_HOURS;
              case URGENT -> URGENT_HOURS;
            }));
  }

  /** How long decisions and closed cases are kept. */
  static Duration kept(Settings settings) {
    return Duration.ofDays(value(settings, KEPT));
  }
}
