package io.shopkeeper.recommendation.training;

import io.shopkeeper.platform.boundary.GateSettings;
import io.shopkeeper.platform.boundary.SettingDefinition;

/** What the shop has chosen of how its recommendation model adapts: which versions go live. */
public final class Adaptation {

  /** Of recommendation and of ranking. */
  public static final GateSettings GATE = GateSettings.of("recommendation", Adaptation.class);

  /** What must not get worse. */
  static final SettingDefinition GUARD =
      SettingDefinition.choice("recommendation.guard", UserMeans.metricNames())
          .ownedBy(Adaptation.class);

  private Adaptation() {}
}
