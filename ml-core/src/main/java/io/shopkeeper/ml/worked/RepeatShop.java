package io.shopkeeper.ml.worked;

import io.shopkeeper.ml.value.BetaGeometric;
import io.shopkeeper.ml.value.GammaGamma;
import io.shopkeeper.ml.value.PurchaseHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Customers who buy, leave and spend exactly as {@link BetaGeometric} and {@link GammaGamma} say:
 * each draws a rate, a probability of leaving after a purchase and a scale of spends, begins on a
 * day of the first quarter of the time, and goes on until chance or the end stops it.
 *
 * @param visits the truth of how often
 * @param spends the truth of how much
 * @param customers what each bought, days from 0
 * @param days how long the shop is watched
 */
public record RepeatShop(
    BetaGeometric visits, GammaGamma spends, List<PurchaseHistory> customers, int days) {

  /**
   * Of a seed.
   *
   * @param count of customers
   * @param days to watch
   */
  public static RepeatShop of(
      BetaGeometric visits, GammaGamma spends, int count, int days, long seed) {
    var random = new SplittableRandom(seed);
    List<PurchaseHistory> customers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      customers.add(customer(visits, spends, days, random.split()));
    }
    return new RepeatShop(visits, spends, customers, days);
  }

  private static PurchaseHistory customer(
      BetaGeometric visits, GammaGamma spends, int days, SplittableRandom random) {
    double rate = gamma(visits.r(), random) / visits.alpha() / 7;
    double first = gamma(visits.a(), random);
    double leaves = first / (first + gamma(visits.b(), random));
    double scale = gamma(spends.q(), random) / spends.gamma();
    List<double[]> purchases = new ArrayList<>();
    double time = random.nextInt(Math.max(1, days / 4));
    boolean stays = true;
    while (stays && time < days) {
      purchases.add(new double[] {time, gamma(spends.p(), random) / scale});
      boolean occasion = visits.afterFirst() || purchases.size() > 1;
      stays = !(occasion && random.nextDouble() < leaves);
      time += -Math.log1p(-random.nextDouble()) / rate;
    }
    return PurchaseHistory.of(
        purchases.stream().mapToInt(one -> (int) one[0]).toArray(),
        purchases.stream().mapToDouble(one -> one[1]).toArray());
  }

  /**
   * A gamma variate of scale 1 (G. Marsaglia, W. W. Tsang, "A Simple Method for Generating Gamma
   * Variables", ACM Transactions on Mathematical Software 26, 2000).
   *
   * @param shape above 0
   */
  public static double gamma(double shape, SplittableRandom random) {
    if (shape < 1) {
      return gamma(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
