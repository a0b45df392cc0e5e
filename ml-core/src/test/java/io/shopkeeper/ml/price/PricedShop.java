package io.shopkeeper.ml.price;

import io.shopkeeper.ml.forecast.DemandHistory;
import io.shopkeeper.ml.forecast.DemandLog;
import io.shopkeeper.ml.worked.RepeatShop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A shop whose elasticities are known. Prices change now and then; demand has a season that all
 * share and is unsteadier than Poisson's law.
 *
 * @param log what was sold
 * @param truth the elasticity of each product, by the places of the log
 */
record PricedShop(DemandLog log, double[] truth) {

  static final double[] CATEGORY_MEANS = {-0.6, -1.5, -2.6};
  private static final double[] LEVELS = {0.75, 0.85, 1, 1, 1.12};
  private static final double STEADINESS = 8;

  /**
   * A shop.
   *
   * @param moves how probably a price is another in a week than in the week before
   * @param units of a week of a product, about
   * @param cutInSeason whether each fourth product is cheaper when the shop sells most
   */
  static PricedShop of(
      int products, int weeks, double moves, double units, boolean cutInSeason, long seed) {
    var random = new SplittableRandom(seed);
    List<DemandLog.Product> all = new ArrayList<>();
    double[] truth = new double[products];
    for (int place = 0; place < products; place++) {
      SplittableRandom own = random.split();
      int category = place % CATEGORY_MEANS.length;
      truth[place] = CATEGORY_MEANS[category] + 0.35 * own.nextGaussian();
      double level = units * Math.exp(0.5 * own.nextGaussian());
      double base = Math.exp(2 + own.nextGaussian());
      double[] sold = new double[weeks];
      double[] prices = new double[weeks];
      double factor = 1;
      for (int week = 0; week < weeks; week++) {
        double season = 0.7 * Math.sin(2 * Math.PI * week / 52);
        if (own.nextDouble() < moves) {
          factor =
              cutInSeason && place % 4 == 0
                  ? (season > 0.2 ? 0.8 : 1)
                  : LEVELS[own.nextInt(LEVELS.length)];
        }
        double mean = level * Math.exp(truth[place] * Math.log(factor) + season);
        sold[week] = poisson(mean * RepeatShop.gamma(STEADINESS, own) / STEADINESS, own);
        prices[week] = sold[week] > 0 ? base * factor : Double.NaN;
      }
      int first = 0;
      while (sold[first] == 0) {
        first++;
      }
      all.add(
          new DemandLog.Product(
              "p" + place,
              new DemandHistory(
                  "c" + category,
                  weeks,
                  Arrays.copyOfRange(sold, first, weeks),
                  Arrays.copyOfRange(prices, first, weeks))));
    }
    return new PricedShop(new DemandLog(all, weeks), truth);
  }

  private static double poisson(double mean, SplittableRandom random) {
    double left = mean;
    int count = 0;
    while ((left += Math.log1p(-random.nextDouble())) > 0) {
      count++;
    }
    return count;
  }
}
