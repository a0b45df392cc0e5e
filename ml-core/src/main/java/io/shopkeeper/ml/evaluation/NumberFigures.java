package io.shopkeeper.ml.evaluation;

import java.util.List;

/** rmse, mae and r2, as of {@link io.shopkeeper.ml.metric.NumberMetrics}. */
public final class NumberFigures implements Figures {

  private static final List<String> NAMES = List.of("rmse", "mae", "r2");

  private final double[] predicted;
  private final float[] truth;

  /** Takes predictions; the arrays are not copied. */
  public NumberFigures(double[] predicted, float[] truth) {
    if (predicted.length != truth.length) {
      throw new IllegalArgumentException(
          "%,d predictions of %,d numbers".formatted(predicted.length, truth.length));
    }
    this.predicted = predicted;
    this.truth = truth;
  }

  @Override
  public List<String> names() {
    return NAMES;
  }

  @Override
  public int rows() {
    return truth.length;
  }

  @Override
  public double[] of(int[] times) {
    long rows = 0;
    double sum = 0;
    double squares = 0;
    double absolutes = 0;
    for (int row = 0; row < times.length; row++) {
      double error = predicted[row] - truth[row];
      rows += times[row];
      sum += (double) times[row] * truth[row];
      squares += times[row] * error * error;
      absolutes += times[row] * Math.abs(error);
    }
    double mean = sum / rows;
    double spread = 0;
    for (int row = 0; row < times.length; row++) {
      spread += times[row] * (truth[row] - mean) * (truth[row] - mean);
    }
    return new double[] {
      Math.sqrt(squares / rows), absolutes / rows, spread == 0 ? Double.NaN : 1 - squares / spread
    };
  }
}
