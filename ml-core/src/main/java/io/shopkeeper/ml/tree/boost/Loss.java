package io.shopkeeper.ml.tree.boost;

/**
 * What a boosting makes small, as a function of the scores of a row. Scores are held by output,
 * each an array by row. Implementations are immutable and safe for use by several threads.
 */
public interface Loss {

  /** Scores of a row. */
  default int outputs() {
    return 1;
  }

  /**
   * What to begin with: the best scores that are the same for all rows.
   *
   * @param rows those of the training
   */
  double[] start(int[] rows);

  /**
   * Slope and curvature at some rows, from {@code from} to {@code to}.
   *
   * @param scores by output and row
   * @param gradients by output and row; written
   * @param hessians by output and row, 0 or more; written
   */
  void slopes(float[][] scores, float[][] gradients, float[][] hessians, int from, int to);

  /** The weighted loss of a row. */
  double loss(float[][] scores, int row);

  /** What a row counts. */
  double weight(int row);

  /**
   * Where leaves are not fitted by slope and curvature, the quantile of the rest that they take.
   */
  default double leafQuantile() {
    return Double.NaN;
  }

  /** What the scores leave of the target; only where {@link #leafQuantile} is a number. */
  default double rest(float[][] scores, int row) {
    throw new UnsupportedOperationException();
  }
}
