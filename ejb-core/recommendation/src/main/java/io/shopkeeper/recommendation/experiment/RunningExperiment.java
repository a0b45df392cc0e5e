package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.ml.experiment.Assignment;
import io.shopkeeper.ml.experiment.Place;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentArm;
import java.util.List;
import java.util.Optional;

/** An experiment in which visitors take part, ready to be asked. Immutable. */
public record RunningExperiment(
    String name, String placement, List<ExperimentArm> arms, Assignment assignment) {

  /**
   * What becomes of a visitor.
   *
   * @param arm null for those who are kept out and see the live recipe
   * @param propensity how likely one who takes part sees this arm; 1 for those who are kept out
   */
  public record Draw(String experiment, ExperimentArm arm, double propensity) {

    /** As it is logged and told. */
    public String armName() {
      return arm == null ? ExperimentArm.HOLDOUT : arm.name();
    }
  }

  /** The same for the same unit, always; empty for those who do not take part yet. */
  public Optional<Draw> draw(String unit) {
    Place place = assignment.place(unit);
    return switch (place.group()) {
      case ARM ->
          Optional.of(new Draw(name, arms.get(place.arm()), assignment.shares()[place.arm()]));
      case HOLDOUT -> Optional.of(new Draw(name, null, 1));
      case WAITING -> Optional.empty();
    };
  }
}
