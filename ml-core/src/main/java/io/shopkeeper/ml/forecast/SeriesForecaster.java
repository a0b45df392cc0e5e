package io.shopkeeper.ml.forecast;

/** Foretells a series from itself alone. */
@FunctionalInterface
interface SeriesForecaster {

  /**
   * The weeks that come.
   *
   * @param past at least one week, the oldest first
   * @param horizon how many
   * @return as many, each 0 or more
   */
  double[] forecast(double[] past, int horizon);
}
