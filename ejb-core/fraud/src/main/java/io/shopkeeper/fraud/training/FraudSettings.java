package io.shopkeeper.fraud.training;

import io.shopkeeper.fraud.boundary.threshold.CostTerms;
import io.shopkeeper.fraud.boundary.threshold.ScoreThresholds;
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

  /** So many of 1,000 payments, the oddest, are looked at; 0 for none. */
  public static final SettingDefinition ODD =
      SettingDefinition.number("fraud.odd-of-thousand", 0, 100, 1).ownedBy(FraudSettings.class);

  /** Days after which a payment that nobody complained of counts as good. */
  static final SettingDefinition PATIENCE =
      SettingDefinition.number("fraud.label-days", 0, 365, 60).ownedBy(FraudSettings.class);

  /** Minutes in which a person looks at a payment. */
  static final SettingDefinition REVIEW_MINUTES =
      SettingDefinition.number("fraud.review-minutes", 1, 480, 5).ownedBy(FraudSettings.class);

  /** What an hour of that costs, in the shop's currency. */
  static final SettingDefinition REVIEW_COST =
      SettingDefinition.number("fraud.review-cost", 0, 10_000, 30).ownedBy(FraudSettings.class);

  /** Percent of a good payment's amount that is lost when it is refused. */
  static final SettingDefinition MARGIN =
      SettingDefinition.number("fraud.margin", 0, 100, 30).ownedBy(FraudSettings.class);

  /** Percent of good payers who leave when they are to confirm. */
  static final SettingDefinition LEAVING =
      SettingDefinition.number("fraud.confirm-leaving", 0, 100, 5).ownedBy(FraudSettings.class);

  private static final long CENTS = 100;
  private static final double PERCENT = 100;

  private FraudSettings() {}

  private static SettingDefinition threshold(String outcome, long usual) {
    return SettingDefinition.number("fraud." + outcome + "-from", 1, 101, usual)
        .ownedBy(FraudSettings.class)
        .guardedByItsModule();
  }

  static void offer(Settings settings) {
    settings.offer(
        GATE.promotion(),
        GATE.tolerance(),
        CHALLENGE,
        REVIEW,
        BLOCK,
        ODD,
        PATIENCE,
        REVIEW_MINUTES,
        REVIEW_COST,
        MARGIN,
        LEAVING);
  }

  /** After which a payment that nobody complained of counts as good. */
  public static Duration patience(Settings settings) {
    return Duration.ofDays(settings.number(PATIENCE).orElse(0L));
  }

  /** Minutes in which a person looks at a payment. */
  public static double reviewMinutes(Settings settings) {
    return settings.number(REVIEW_MINUTES).orElse(0L);
  }

  /** What an hour of that costs, in hundredths. */
  public static long reviewCents(Settings settings) {
    return CENTS * settings.number(REVIEW_COST).orElse(0L);
  }

  /** What holding payments costs. */
  public static CostTerms costs(Settings settings) {
    return new CostTerms(
        reviewMinutes(settings),
        reviewCents(settings),
        settings.number(MARGIN).orElse(0L) / PERCENT,
        settings.number(LEAVING).orElse(0L) / PERCENT);
  }

  /** From which score on what is asked for. */
  public static ScoreThresholds thresholds(Settings settings) {
    return new ScoreThresholds(
        settings.number(CHALLENGE).orElse(Long.MAX_VALUE),
        settings.number(REVIEW).orElse(Long.MAX_VALUE),
        settings.number(BLOCK).orElse(Long.MAX_VALUE));
  }

  /** From which oddness on a person looks. */
  public static OddLimit odd(Settings settings) {
    return new OddLimit(settings.number(ODD).orElse(0L));
  }
}
