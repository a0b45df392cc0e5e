package io.shopkeeper.recommendation.training;

import io.shopkeeper.ml.evaluation.QualityGate;
import io.shopkeeper.platform.boundary.PromotionPolicy;
import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;
import java.util.List;
import java.util.Locale;

/** What the shop has chosen of how its recommendation model adapts: which versions go live. */
public final class Adaptation {

  /** Which trainings' versions go live by themselves. */
  static final SettingDefinition PROMOTION =
      SettingDefinition.choice("recommendation.promotion", List.of("unattended", "always", "never"))
          .ownedBy(Adaptation.class);

  /** What must not get worse. */
  static final SettingDefinition GUARD =
      SettingDefinition.choice("recommendation.guard", UserMeans.metricNames())
          .ownedBy(Adaptation.class);

  /** The loss that is tolerated, in percent of the live version's figure. */
  static final SettingDefinition TOLERANCE =
      SettingDefinition.number("recommendation.tolerance", 0, 50, 2).ownedBy(Adaptation.class);

  private Adaptation() {}

  /** As it is set now. */
  static PromotionPolicy policy(Settings settings) {
    return policy(settings, settings.text(GUARD));
  }

  /** The same for a model that is guarded by another metric. */
  public static PromotionPolicy policy(Settings settings, String metric) {
    return new PromotionPolicy(
        PromotionPolicy.Automatic.valueOf(settings.text(PROMOTION).toUpperCase(Locale.ROOT)),
        metric,
        new QualityGate(settings.number(TOLERANCE).orElse(0L) / 100.0));
  }
}
