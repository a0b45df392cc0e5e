package io.shopkeeper.recommendation.training;

import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import java.util.Optional;

/** The version of a model that serves, as the opponent of the next one. */
public final class LiveOpponent {

  private LiveOpponent() {}

  /** The version that serves; empty if none does. Without its artefact where that is damaged. */
  public static Optional<Opponent> of(ModelRegistry registry, String model) {
    return registry
        .live(model)
        .map(
            live ->
                new Opponent(
                    live.version(),
                    live.algorithm(),
                    live.hyperParameters(),
                    live.seed(),
                    Optional.ofNullable(live.data().to()),
                    artefact(registry, live)));
  }

  /** Without it the candidate is measured beside the live version's settings. */
  private static byte[] artefact(ModelRegistry registry, ModelVersionView live) {
    try {
      return registry.artefact(live.name(), live.version());
    } catch (ConflictException damaged) {
      return new byte[0];
    }
  }
}
