package io.shopkeeper.ml.forecast;

import java.util.Arrays;

/**
 * Demand that comes now and then and may cease: how probably anything is sold in a week is smoothed
 * every week, its size in the weeks that sell (R. Teunter, A. Syntetos, M. Babai, "Intermittent
 * Demand: Linking Forecasting to Inventory Obsolescence", European Journal of Operational Research
 * 214, 2011: TSB). The two rates are those of a grid that were least wrong about each next week.
 */
final class FadingDemand implements SeriesForecaster {

  private static final double[] RATES = {0.02, 0.05, 0.1, 0.2, 0.3};

  @Override
  public double[] forecast(double[] past, int horizon) {
    double least = Double.POSITIVE_INFINITY;
    double best = 0;
    for (double often : RATES) {
      for (double much : RATES) {
        double[] run = run(past, often, much);
        if (run[1] < least) {
          least = run[1];
          best = run[0];
        }
      }
    }
    double[] result = new double[horizon];
    Arrays.fill(result, best);
    return result;
  }

  /**
   * With given rates.
   *
   * @return what to expect of the next week, and the sum of squared errors of one week ahead
   */
  static double[] run(double[] past, double often, double much) {
    double probability = share(past);
    double size = meanSize(past);
    double squares = 0;
    for (double units : past) {
      double error = units - probability * size;
      squares += error * error;
      probability += often * ((units > 0 ? 1 : 0) - probability);
      size += units > 0 ? much * (units - size) : 0;
    }
    return new double[] {probability * size, squares};
  }

  /** Begins with the share of the weeks that sell, and with the mean of what they sell. */
  private static double share(double[] past) {
    return (double) Arrays.stream(past).filter(units -> units > 0).count() / past.length;
  }

  private static double meanSize(double[] past) {
    return Arrays.stream(past).filter(units -> units > 0).average().orElse(0);
  }
}
