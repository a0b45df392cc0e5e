package io.shopkeeper.ml.worked;

import io.shopkeeper.ml.forecast.DemandHistory;
import io.shopkeeper.ml.forecast.DemandLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A shop whose weekly demand is drawn: each product has a level, a trend and a season of the year
 * of its category, and sells around that by a mixed Poisson law; some products sell now and then.
 *
 * @param log what was sold
 * @param truth what was to be expected in each week, by the places of the log
 */
public record DemandShop(DemandLog log, List<double[]> truth) {

  private static final int YEAR = 52;
  private static final int CATEGORIES = 4;

  /** How unsteady demand is: the shape of the gamma law that the Poisson law is mixed with. */
  private static final double STEADINESS = 6;

  /**
   * A shop.
   *
   * @param products how many
   * @param weeks that are known
   */
  public static DemandShop of(int products, int weeks, long seed) {
    var random = new SplittableRandom(seed);
    List<DemandLog.Product> all = new ArrayList<>();
    List<double[]> truths = new ArrayList<>();
    for (int place = 0; place < products; place++) {
      SplittableRandom own = random.split();
      int category = own.nextInt(CATEGORIES);
      double[] truth = truth(category, weeks, own);
      double[] units = new double[weeks];
      for (int week = 0; week < weeks; week++) {
        double mean = truth[week] * RepeatShop.gamma(STEADINESS, own) / STEADINESS;
        units[week] = poisson(mean, own);
      }
      units[0] = Math.max(1, units[0]);
      double[] prices = new double[weeks];
      Arrays.fill(prices, Math.exp(1 + own.nextGaussian()));
      all.add(
          new DemandLog.Product(
              "product " + place, new DemandHistory("category " + category, weeks, units, prices)));
      truths.add(truth);
    }
    return new DemandShop(new DemandLog(all, weeks), truths);
  }

  private static double[] truth(int category, int weeks, SplittableRandom random) {
    boolean seldom = random.nextDouble() < 0.3;
    double level =
        seldom ? 0.1 + 0.4 * random.nextDouble() : Math.exp(1 + 1.5 * random.nextDouble());
    double growth = 0.004 * random.nextGaussian();
    double swing = 0.15 * category;
    double[] truth = new double[weeks];
    for (int week = 0; week < weeks; week++) {
      truth[week] =
          level
              * Math.exp(growth * (week - weeks / 2.0))
              * (1 + swing * Math.sin(2 * Math.PI * week / YEAR + category));
    }
    return truth;
  }

  /** A Poisson variate: the number of exponential times that fit (D. Knuth). */
  private static double poisson(double mean, SplittableRandom random) {
    double left = mean;
    int count = 0;
    while ((left += Math.log1p(-random.nextDouble())) > 0) {
      count++;
    }
    return count;
  }
}
