package io.shopkeeper.prediction.training.demand;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.family.DemandAlgorithms;
import io.shopkeeper.ml.forecast.DemandModel;
import io.shopkeeper.ml.forecast.DemandOptions;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.TuningOrder;
import java.util.Optional;

/**
 * How many weeks a training needs: those that a product has to be known for before it is rehearsed,
 * those that are rehearsed, and the horizon that is held out; a search holds another one out.
 *
 * @param algorithm its name
 * @param searched whether options are looked for
 */
record DemandNeeds(String algorithm, DemandOptions options, boolean searched) {

  /** Of a task; empty for an algorithm that is not known here. */
  static Optional<DemandNeeds> of(TrainingTask task) {
    return DemandAlgorithms.find(task.algorithm())
        .map(
            algorithm ->
                new DemandNeeds(
                    algorithm.name(),
                    OptionsForm.of(algorithm).parse(task.options()),
                    TuningOrder.of(task.parameters()).isPresent()));
  }

  /** Weeks before the first that is held out. */
  int before() {
    return DemandModel.FEWEST_WEEKS
        + Math.max(options.origins(), options.horizonWeeks())
        + (searched ? options.horizonWeeks() : 0);
  }

  /** All weeks. */
  int weeks() {
    return before() + options.horizonWeeks();
  }

  /**
   * What stands in the way; empty for nothing.
   *
   * @param known whole weeks
   */
  Optional<String> obstacle(int known) {
    return known >= weeks()
        ? Optional.empty()
        : Optional.of(
            (searched
                    ? "%s with a search for options needs %d whole weeks of orders (%d are rehearsed, forecasts are of %d), but there are %d. Train without a search, choose fewer origins or a shorter horizon, import older orders, or wait."
                    : "%s needs %d whole weeks of orders (%d are rehearsed, forecasts are of %d), but there are %d. Choose fewer origins or a shorter horizon, import older orders, or wait.")
                .formatted(
                    algorithm,
                    weeks(),
                    Math.max(options.origins(), options.horizonWeeks()),
                    options.horizonWeeks(),
                    known));
  }
}
