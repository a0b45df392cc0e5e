package io.shopkeeper.ml.tuning;

import io.shopkeeper.ml.algorithm.Algorithm;
import io.shopkeeper.ml.algorithm.TrainedModel;
import io.shopkeeper.ml.evaluation.CrossValidation;
import io.shopkeeper.ml.evaluation.Evaluator;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.List;

/**
 * What is to be made as good as possible.
 *
 * @param <O> the options
 */
public interface Objective<O extends Record> {

  /**
   * How good options are.
   *
   * @param share of the full resource, above 0 and at most 1
   * @return NaN where that cannot be said
   * @throws IllegalArgumentException if the options do not fit the data; the search goes on
   */
  double score(O options, double share, TrainingListener listener);

  /** Whether a greater score is a better one. */
  boolean greaterIsBetter();

  /**
   * The mean over folds of an evaluator's figure.
   *
   * @param folds of the evaluator's rows; one with a part held out will do where rows are many
   * @param resource what trials with less than all get less of
   * @param seed of each training: all trials have the same, so that luck does not choose
   */
  static <D, O extends Record, M extends TrainedModel> Objective<O> crossValidated(
      Algorithm<D, O, ? extends M> algorithm,
      Evaluator<D, M> evaluator,
      List<Fold> folds,
      Resource<O> resource,
      long seed) {
    return new Objective<>() {
      @Override
      public double score(O options, double share, TrainingListener listener) {
        double rows = resource.rows(share);
        List<Fold> parts =
            rows == 1
                ? folds
                : folds.stream().map(one -> new Fold(one.part(rows, seed), one.test())).toList();
        return CrossValidation.run(
                algorithm, resource.options(options, share), evaluator, parts, seed, listener)
            .mean();
      }

      @Override
      public boolean greaterIsBetter() {
        return evaluator.greaterIsBetter();
      }
    };
  }
}
