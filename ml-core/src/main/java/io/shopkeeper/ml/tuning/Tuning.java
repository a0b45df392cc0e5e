package io.shopkeeper.ml.tuning;

import io.shopkeeper.ml.evaluation.OptionsChooser;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;

/**
 * A search for good options. The options that the space begins with are tried first, so that what
 * is found is never worse than they.
 *
 * @param space where to look
 * @param strategy how
 * @param budget how long
 * @param <O> the options
 */
public record Tuning<O extends Record>(
    SearchSpace<O> space, SearchStrategy strategy, Budget budget) {

  /**
   * Looks.
   *
   * @param seed of the search
   * @param listener hears of progress and can stop it, which throws
   * @param trials hears of each trial
   * @throws IllegalArgumentException if the options to begin with do not fit the data
   */
  public TuningResult<O> run(
      Objective<O> objective, long seed, TrainingListener listener, TrialListener<O> trials) {
    return run(objective, seed, listener, trials, System::nanoTime);
  }

  TuningResult<O> run(
      Objective<O> objective,
      long seed,
      TrainingListener listener,
      TrialListener<O> trials,
      LongSupplier nanos) {
    return new TuningRun<>(this, objective, seed, listener, trials, nanos).run();
  }

  /**
   * This search as the inner part of a nested cross-validation.
   *
   * @param folds makes the inner folds of the rows of an outer training part and a seed, as places
   *     among these rows, for {@link io.shopkeeper.ml.evaluation.NestedCrossValidation}
   * @param objective makes the objective of inner folds
   */
  public OptionsChooser<O> chooser(
      BiFunction<int[], Long, List<Fold>> folds,
      BiFunction<List<Fold>, Long, Objective<O>> objective) {
    return (rows, seed, listener) -> {
      List<Fold> inner = folds.apply(rows, seed).stream().map(fold -> fold.among(rows)).toList();
      return run(objective.apply(inner, seed), seed, listener, (trial, best) -> {})
          .best()
          .options();
    };
  }
}
