package io.shopkeeper.ml.forecast;

import java.util.Arrays;

/**
 * The mean of the last weeks.
 *
 * @param weeks how many, at least 1
 */
record RecentMean(int weeks) implements SeriesForecaster {

  @Override
  public double[] forecast(double[] past, int horizon) {
    double[] result = new double[horizon];
    Arrays.fill(
        result,
        Arrays.stream(past, Math.max(0, past.length - weeks), past.length).average().orElse(0));
    return result;
  }
}
