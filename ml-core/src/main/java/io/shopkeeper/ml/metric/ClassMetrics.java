package io.shopkeeper.ml.metric;

/**
 * Quality of predicted classes and probabilities. Of two classes the second is the positive one:
 * precision, recall and F1 are its; of more they are means over the classes.
 *
 * @param accuracy share of rows whose most probable class is the true one; of equal ones the first
 * @param precision of what was called positive, the share that is; 0 where nothing was called so
 * @param recall of what is positive, the share that was called so; 0 where nothing is
 * @param f1 harmonic mean of precision and recall
 * @param macroF1 mean of the classes' F1; classes without a row and a prediction do not count
 * @param logLoss mean of −ln p of the true class, p at least 1e-15
 * @param brier mean of (p − 1)² of the positive class; of several the sum over the classes
 * @param calibrationError expected calibration error in {@value #BINS} bins of equal width of the
 *     positive class' probability, or of the greatest of several (Naeini, Cooper and Hauskrecht,
 *     2015)
 */
public record ClassMetrics(
    double accuracy,
    double precision,
    double recall,
    double f1,
    double macroF1,
    double logLoss,
    double brier,
    double calibrationError) {

  /** Bins of the calibration error. */
  public static final int BINS = 10;

  /**
   * Measures.
   *
   * @param probabilities rows × classes, of each row adding up to 1
   * @param codes the true classes
   */
  public static ClassMetrics of(double[][] probabilities, int[] codes) {
    if (probabilities.length != codes.length || codes.length == 0) {
      throw new IllegalArgumentException(
          "%d rows, but %d classes; at least one row is needed"
              .formatted(probabilities.length, codes.length));
    }
    return new ClassOutcomes(probabilities, codes).metrics();
  }
}
