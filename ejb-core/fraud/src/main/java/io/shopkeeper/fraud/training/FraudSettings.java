package io.shopkeeper.fraud.training;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.platform.boundary.GateSettings;
import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;
import java.time.Duration;

/** What the shop has chosen of its fraud model. */
public final class FraudSettings {

  /** Which versions go live. */
  public static final GateSettings GATE = GateSettings.of("fraud", FraudSettings.class);

  /** Percent of the score; 101 for never. */
  public static final SettingDefinition CHALLENGE = threshold("challenge", 30);

  /** Percent of the score; 101 for never. */
  public static final SettingDefinition REVIEW = threshold("review", 60);

  /** Percent of the score; 101 for never. */
  public static final SettingDefinition BLOCK = threshold("block", 95);

  /** Days after which a payment that nobody complained of counts as good. */
  static final SettingDefinition PATIENCE =
      SettingDefinition.number("fraud.label-days", 0, 365, 60).ownedBy(FraudSettings.class);

  private static final double PERCENT = 100;

  private FraudSettings() {}

  private static SettingDefinition threshold(String outcome, long usual) {
    return SettingDefinition.number("fraud." + outcome + "-from", 1, 101, usual)
        .ownedBy(FraudSettings.class);
  }

  static void offer(Settings settings) {
    settings.offer(GATE.promotion(), GATE.tolerance(), CHALLENGE, REVIEW, BLOCK, PATIENCE);
  }

  static Duration patience(Settings settings) {
    return Duration.ofDays(settings.number(PATIENCE).orElse(0L));
  }

  /** What a score asks for. */
  public static Outcome outcome(Settings settings, double score) {
    if (reaches(settings, BLOCK, score)) {
      return Outcome.BLOCK;
    }
    if (reaches(settings, REVIEW, score)) {
      return Outcome.REVIEW;
    }
    return reaches(settings, CHALLENGE, score) ? Outcome.CHALLENGE : Outcome.ALLOW;
  }

  private static boolean reaches(Settings settings, SettingDefinition from, double score) {
    return PERCENT * score >= settings.number(from).orElse(Long.MAX_VALUE);
  }
}
