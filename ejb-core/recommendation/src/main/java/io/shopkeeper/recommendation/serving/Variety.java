package io.shopkeeper.recommendation.serving;

import io.shopkeeper.ml.diversity.Diversification;
import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/**
 * How much what is shown to a visitor varies: as a caller wants it, else as the shop has set it.
 */
@Dependent
public class Variety {

  private static final String OFF = "off";

  /** Whether, and by which way. */
  public static final SettingDefinition METHOD =
      SettingDefinition.choice("recommendation.diversify", List.of(OFF, "mmr", "dpp"))
          .ownedBy(Variety.class);

  /** How much variety counts, in percent. */
  public static final SettingDefinition AMOUNT =
      SettingDefinition.number("recommendation.diversity", 0, 100, 20).ownedBy(Variety.class);

  @Inject private Settings settings;

  /**
   * What holds.
   *
   * @param wanted null for what the shop has set
   */
  Diversification of(String wanted) {
    return wanted == null
        ? of(settings.text(METHOD), settings.number(AMOUNT).orElse(0L))
        : Diversification.parse(wanted);
  }

  static Diversification of(String method, long percent) {
    return method.equals(OFF)
        ? Diversification.OFF
        : Diversification.parse("%s:%d.%02d".formatted(method, percent / 100, percent % 100));
  }
}
