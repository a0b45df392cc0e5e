package io.shopkeeper.platform.boundary;

import io.shopkeeper.ml.evaluation.QualityGate;
import java.util.List;
import java.util.Locale;

/**
 * What the shop chooses of how a module's models adapt: the settings {@code MODULE.promotion} and
 * {@code MODULE.tolerance}.
 *
 * @param promotion which trainings' versions go live by themselves
 * @param tolerance the loss that is tolerated, in percent of the live version's figure
 */
public record GateSettings(SettingDefinition promotion, SettingDefinition tolerance) {

  private static final int MOST = 50;
  private static final int USUAL = 2;

  /**
   * Of a module.
   *
   * @param owner beside which their words are
   */
  public static GateSettings of(String module, Class<?> owner) {
    return new GateSettings(
        SettingDefinition.choice(module + ".promotion", List.of("unattended", "always", "never"))
            .ownedBy(owner),
        SettingDefinition.number(module + ".tolerance", 0, MOST, USUAL).ownedBy(owner));
  }

  /**
   * As it is set now.
   *
   * @param metric that must not get worse
   */
  public PromotionPolicy policy(Settings settings, String metric) {
    return new PromotionPolicy(
        PromotionPolicy.Automatic.valueOf(settings.text(promotion).toUpperCase(Locale.ROOT)),
        metric,
        new QualityGate(settings.number(tolerance).orElse(0L) / 100.0));
  }
}
