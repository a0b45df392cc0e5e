/**
 * Options chosen by trying: at random, by halving, or by a model of the score. The space to look in
 * comes from the {@link io.shopkeeper.ml.algorithm.Limits} of an options record. The same data,
 * settings and seed give the same trials; a limit in seconds decides only how many.
 *
 * <pre>{@code
 * var space = SearchSpace.of(algorithm);
 * var objective = Objective.crossValidated(algorithm, evaluator, folds, Resource.rows(), 42);
 * var tuning = new Tuning<>(space, new BayesianSearch(), Budget.ofTrials(40));
 * TuningResult<O> result = tuning.run(objective, 42, listener, (trial, best) -> show(trial));
 * result.best().options();
 * }</pre>
 */
package io.shopkeeper.ml.tuning;
