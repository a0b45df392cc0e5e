package io.shopkeeper.ml.forecast;

/**
 * What was sold one season before; where so much is not known yet, what was sold last. What all
 * others are measured against (R. Hyndman, G. Athanasopoulos, "Forecasting: Principles and
 * Practice", 3rd edition 2021, section 5.2).
 *
 * @param season weeks, at least 1; with 1 it is the plain naive forecast
 */
record SeasonalNaive(int season) implements SeriesForecaster {

  @Override
  public double[] forecast(double[] past, int horizon) {
    double[] result = new double[horizon];
    int step = past.length >= season ? season : 1;
    for (int ahead = 0; ahead < horizon; ahead++) {
      result[ahead] = past[past.length - step + ahead % step];
    }
    return result;
  }
}
