package io.shopkeeper.ml.explain;

import io.shopkeeper.ml.table.TableModel;

/**
 * A model whose predictions are sums of what each feature adds. The sum is the margin: what the
 * model adds up before it becomes a prediction. That is the log-odds of the positive class for two
 * classes of a boosted or logistic model, the score before the softmax for several, the probability
 * itself for a forest, and the number for regression. Implementations are safe for use by several
 * threads.
 */
public interface ExplainedModel extends TableModel {

  /** Margins of a prediction: one for each class of several; one for two classes or a number. */
  default int margins() {
    return classes().size() <= 2 ? 1 : classes().size();
  }

  /**
   * The margin of a row.
   *
   * @param rows floats as of {@link io.shopkeeper.ml.table.Schema}
   * @param offset where the row begins
   * @param margin which, from 0
   */
  double margin(float[] rows, int offset, int margin);

  /** The margin before anything of a row is known: the mean over the rows of the training. */
  double base(int margin);

  /**
   * What each feature of the schema adds to the base; all of them together give the margin, but for
   * rounding.
   *
   * @param rows floats as of {@link io.shopkeeper.ml.table.Schema}
   * @param offset where the row begins
   * @param margin which, from 0
   * @return one for each feature of the schema
   */
  double[] contributions(float[] rows, int offset, int margin);
}
