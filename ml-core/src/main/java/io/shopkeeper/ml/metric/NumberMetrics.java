package io.shopkeeper.ml.metric;

/**
 * Quality of predicted numbers.
 *
 * @param rmse root of the mean squared error
 * @param mae mean absolute error
 * @param r2 1 − squared errors / squared differences to the mean; NaN where the truth is constant
 */
public record NumberMetrics(double rmse, double mae, double r2) {

  /**
   * Measures.
   *
   * @param predicted as many as there are true values, at least one
   */
  public static NumberMetrics of(double[] predicted, float[] truth) {
    if (predicted.length != truth.length || truth.length == 0) {
      throw new IllegalArgumentException(
          "%d predictions of %d numbers; at least one is needed"
              .formatted(predicted.length, truth.length));
    }
    double mean = 0;
    for (float one : truth) {
      mean += one;
    }
    mean /= truth.length;
    double squares = 0;
    double absolutes = 0;
    double spread = 0;
    for (int row = 0; row < truth.length; row++) {
      double error = predicted[row] - truth[row];
      squares += error * error;
      absolutes += Math.abs(error);
      spread += (truth[row] - mean) * (truth[row] - mean);
    }
    return new NumberMetrics(
        Math.sqrt(squares / truth.length),
        absolutes / truth.length,
        spread == 0 ? Double.NaN : 1 - squares / spread);
  }
}
