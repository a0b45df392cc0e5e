package io.shopkeeper.ml.forecast;

import java.util.Arrays;

/**
 * Demand that comes now and then: its size and the weeks between are smoothed apart, and their
 * ratio is what to expect (J. Croston, "Forecasting and Stock Control for Intermittent Demands",
 * Operational Research Quarterly 23, 1972), less the share by which that is too much (A. Syntetos,
 * J. Boylan, "The Accuracy of Intermittent Demand Estimates", International Journal of Forecasting
 * 21, 2005). Begins with the first size and the weeks up to it.
 *
 * @param alpha how much the newest counts, 0 to 1
 * @param corrected whether the share is taken off
 */
record Croston(double alpha, boolean corrected) implements SeriesForecaster {

  @Override
  public double[] forecast(double[] past, int horizon) {
    double size = 0;
    double interval = 0;
    int since = 1;
    for (double units : past) {
      if (units > 0) {
        boolean first = size == 0;
        size = first ? units : size + alpha * (units - size);
        interval = first ? since : interval + alpha * (since - interval);
        since = 1;
      } else {
        since++;
      }
    }
    double[] result = new double[horizon];
    Arrays.fill(result, size == 0 ? 0 : (corrected ? 1 - alpha / 2 : 1) * size / interval);
    return result;
  }
}
