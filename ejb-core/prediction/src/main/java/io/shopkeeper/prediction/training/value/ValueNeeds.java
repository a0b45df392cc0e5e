package io.shopkeeper.prediction.training.value;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.family.CustomerValueAlgorithms;
import io.shopkeeper.ml.value.CustomerValueAlgorithm;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.TuningOrder;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * What a training needs: customers before the last horizon, which is held out; as long a time
 * before it as it is; and customers of whom an algorithm can see what they bought later. A search
 * holds another horizon out.
 *
 * @param algorithm its name
 * @param horizon in days
 * @param needs of the algorithm
 * @param searched whether options are looked for
 */
record ValueNeeds(
    String algorithm, int horizon, CustomerValueAlgorithm.Needs needs, boolean searched) {

  /** Fewer customers before what is held out say nothing. */
  static final int FEWEST = 10;

  /** Of a task; empty for an algorithm that is not known here. */
  static Optional<ValueNeeds> of(TrainingTask task) {
    boolean searched = TuningOrder.of(task.parameters()).isPresent();
    return CustomerValueAlgorithms.find(task.algorithm())
        .map(
            algorithm ->
                new ValueNeeds(
                    algorithm.name(), horizon(algorithm, task), algorithm.needs(), searched));
  }

  private static <O extends Record> int horizon(
      CustomerValueAlgorithm<O> algorithm, TrainingTask task) {
    return algorithm.horizonDays(OptionsForm.of(algorithm).parse(task.options()));
  }

  /**
   * What stands in the way; empty for nothing.
   *
   * @param customers how many bought at least so many days before the newest purchase
   */
  Optional<String> obstacle(IntToLongFunction customers) {
    int held = searched ? 2 : 1;
    return lack(FEWEST, held, customers)
        .or(() -> lack(1, held + 1, customers))
        .or(() -> lack(needs.customers(), held + needs.horizons(), customers));
  }

  private Optional<String> lack(int needed, int horizons, IntToLongFunction customers) {
    int days = horizons * horizon;
    long found = customers.applyAsLong(days);
    return found >= needed
        ? Optional.empty()
        : Optional.of(
            (searched
                    ? "%s for %d days with a search for options needs %d or more customers who bought %d days or more before the newest order, but there are %d. Train without a search, choose a shorter horizon, import older orders, or wait."
                    : "%s for %d days needs %d or more customers who bought %d days or more before the newest order, but there are %d. Choose a shorter horizon, import older orders, or wait.")
                .formatted(algorithm, horizon, needed, days, found));
  }
}
