package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.split.Fold;

/**
 * Data that any number of models can be trained on and measured with: what cross-validation,
 * learning curves and tuning need to know of a kind of models. Implementations are immutable and
 * safe for use by several threads.
 *
 * @param <D> what is learnt from
 * @param <M> what is measured
 */
public interface Evaluator<D, M> {

  /** Rows that folds divide. */
  int rows();

  /** Those rows, to be learnt from. */
  D training(int[] rows);

  /**
   * The figure of a model on what the fold holds out.
   *
   * @param model learnt from the fold's training rows
   * @return NaN where it cannot be said, as with nothing held out
   */
  double measure(M model, Fold fold);

  /** The name of the figure, such as {@code auc}. */
  String metric();

  /** Whether a greater figure is a better one. */
  boolean greaterIsBetter();

  /** Whether one figure is better than another; any is better than NaN. */
  default boolean isBetter(double one, double other) {
    if (Double.isNaN(one) || Double.isNaN(other)) {
      return !Double.isNaN(one);
    }
    return greaterIsBetter() ? one > other : one < other;
  }
}
