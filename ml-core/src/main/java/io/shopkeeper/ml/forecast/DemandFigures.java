package io.shopkeeper.ml.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * How well demand was foretold, product by product, so that products can be drawn with replacement:
 * those of one product are not independent. Immutable and safe for use by several threads.
 *
 * <ul>
 *   <li>{@code wape}: sum of absolute errors by the sum of what came;
 *   <li>{@code mase}: mean absolute error in units of what last week's value is wrong by in the
 *       product's own past (R. Hyndman, A. Koehler, "Another Look at Measures of Forecast
 *       Accuracy", International Journal of Forecasting 22, 2006);
 *   <li>{@code rmsse}: root mean squared error in units of the root mean square of the same, then
 *       the mean of all products (M5);
 *   <li>{@code bias}: what was foretold of all, as a share of what came;
 *   <li>{@code pinball}: mean of the quantile losses of the ends of both bands, by mean demand;
 *   <li>{@code cover80}, {@code cover95}: the share that came within the bands.
 * </ul>
 */
public final class DemandFigures {

  /** The figures in the order of {@link #of}. */
  public static final List<String> NAMES =
      List.of("wape", "mase", "rmsse", "bias", "pinball", "cover80", "cover95");

  private static final int COUNT = 0;
  private static final int ABSOLUTE = 1;
  private static final int UNITS = 2;
  private static final int FORETOLD = 3;
  private static final int SCALED = 4;
  private static final int SQUARES = 5;
  private static final int PINBALL = 6;
  private static final int WITHIN = 7;

  private final double[][] sums;

  /** Nothing yet of so many products. */
  public DemandFigures(int products) {
    sums = new double[products][WITHIN + ErrorBands.LEVELS.size()];
  }

  /**
   * Adds what came of a product in one week. Products whose past never changed have no scale and
   * are to be left out: see {@link #measurable}.
   *
   * @param product its place
   * @param past what was known
   * @param ahead the week, from 0
   * @param came units in that week
   */
  public void add(
      int product, DemandHistory past, DemandForecast forecast, int ahead, double came) {
    double[] sum = sums[product];
    double[] scales = scales(past.units());
    double error = forecast.expected()[ahead] - came;
    sum[COUNT]++;
    sum[ABSOLUTE] += Math.abs(error);
    sum[UNITS] += came;
    sum[FORETOLD] += forecast.expected()[ahead];
    sum[SCALED] += Math.abs(error) / scales[0];
    sum[SQUARES] += error * error / scales[1];
    for (int level = 0; level < forecast.bands().size(); level++) {
      DemandForecast.Band band = forecast.bands().get(level);
      double outside = (1 - band.level()) / 2;
      double low = band.low()[ahead];
      double high = band.high()[ahead];
      sum[PINBALL] +=
          (pinball(came - low, outside) + pinball(came - high, 1 - outside))
              / (2 * forecast.bands().size());
      sum[WITHIN + level] += came >= low && came <= high ? 1 : 0;
    }
  }

  private static double pinball(double over, double quantile) {
    return over >= 0 ? quantile * over : (quantile - 1) * over;
  }

  /** Whether a past has changed at all, so that errors can be measured in its changes. */
  public static boolean measurable(DemandHistory past) {
    return past.weeks() >= DemandModel.FEWEST_WEEKS && scales(past.units())[0] > 0;
  }

  /** Mean absolute and mean squared change from week to week. */
  private static double[] scales(double[] units) {
    double absolutes = 0;
    double squares = 0;
    for (int week = 1; week < units.length; week++) {
      double change = units[week] - units[week - 1];
      absolutes += Math.abs(change);
      squares += change * change;
    }
    return new double[] {absolutes / (units.length - 1), squares / (units.length - 1)};
  }

  /** How many products there are. */
  public int products() {
    return sums.length;
  }

  /** How many weeks of products were foretold. */
  public long weeks() {
    return (long) Arrays.stream(sums).mapToDouble(one -> one[COUNT]).sum();
  }

  /** Of all products. */
  public double[] all() {
    int[] once = new int[sums.length];
    Arrays.fill(once, 1);
    return of(once);
  }

  /**
   * The figures.
   *
   * @param times how often each product counts
   * @return as of {@link #NAMES}; NaN where nothing can be said
   */
  public double[] of(int[] times) {
    double[] sum = new double[WITHIN + ErrorBands.LEVELS.size()];
    double roots = 0;
    double products = 0;
    for (int product = 0; product < sums.length; product++) {
      double[] own = sums[product];
      if (times[product] == 0 || own[COUNT] == 0) {
        continue;
      }
      for (int place = 0; place < sum.length; place++) {
        sum[place] += times[product] * own[place];
      }
      roots += times[product] * Math.sqrt(own[SQUARES] / own[COUNT]);
      products += times[product];
    }
    double[] figures = new double[NAMES.size()];
    figures[0] = sum[ABSOLUTE] / sum[UNITS];
    figures[1] = sum[SCALED] / sum[COUNT];
    figures[2] = roots / products;
    figures[3] = sum[FORETOLD] / sum[UNITS];
    figures[4] = sum[PINBALL] / sum[UNITS];
    figures[5] = sum[WITHIN] / sum[COUNT];
    figures[6] = sum[WITHIN + 1] / sum[COUNT];
    return figures;
  }
}
