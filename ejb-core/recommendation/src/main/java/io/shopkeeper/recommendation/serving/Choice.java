package io.shopkeeper.recommendation.serving;

import io.shopkeeper.recommendation.experiment.RunningExperiment;
import java.util.Optional;

/**
 * Which recipe a visitor gets, and by which experiment.
 *
 * @param draw empty where the visitor takes part in none
 */
record Choice(ReadyRecipe ready, Optional<RunningExperiment.Draw> draw) {

  static Choice live(ReadyRecipe ready) {
    return new Choice(ready, Optional.empty());
  }

  /** Null where the visitor takes part in none. */
  String experiment() {
    return draw.map(RunningExperiment.Draw::experiment).orElse(null);
  }

  /** Null where the visitor takes part in none; {@code holdout} for who is kept out. */
  String arm() {
    return draw.map(RunningExperiment.Draw::armName).orElse(null);
  }

  /** How likely the visitor got this recipe. */
  double propensity() {
    return draw.map(RunningExperiment.Draw::propensity).orElse(1.0);
  }
}
