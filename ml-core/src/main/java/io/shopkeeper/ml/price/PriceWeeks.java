package io.shopkeeper.ml.price;

import io.shopkeeper.ml.forecast.DemandHistory;

/**
 * What of a product's weeks says how price and demand go together. A week without a sale has the
 * price of the sale that is nearer, before or after, and between two as near the mean of both.
 *
 * @param units sold in each week
 * @param prices their logarithms
 * @param levels of the shop in the same weeks, logarithms
 * @param changes weeks that were sold at another price than the sale before
 */
record PriceWeeks(double[] units, double[] prices, double[] levels, int changes) {

  static PriceWeeks of(DemandHistory history, ShopLevel level) {
    int from = 0;
    while (from < history.weeks() && !(history.prices()[from] > 0)) {
      from++;
    }
    int weeks = history.weeks() - from;
    double[] units = new double[weeks];
    double[] prices = new double[weeks];
    double[] levels = new double[weeks];
    double last = Double.NaN;
    int changes = 0;
    for (int week = 0; week < weeks; week++) {
      double price = history.prices()[from + week];
      prices[week] = price > 0 ? Math.log(price) : Double.NaN;
      if (price > 0) {
        changes += Math.abs(prices[week] - last) > Math.log1p(PriceSensitivity.CHANGE) ? 1 : 0;
        last = prices[week];
      }
      units[week] = history.units()[from + week];
      levels[week] = level.in(history.begin() + from + week);
    }
    fill(prices);
    return new PriceWeeks(units, prices, levels, changes);
  }

  /** The first price is known. */
  private static void fill(double[] prices) {
    int before = 0;
    for (int week = 1; week < prices.length; week++) {
      if (!Double.isNaN(prices[week])) {
        for (int gap = before + 1; gap < week; gap++) {
          int side = Integer.compare(gap - before, week - gap);
          prices[gap] = (prices[side > 0 ? week : before] + prices[side < 0 ? before : week]) / 2;
        }
        before = week;
      }
    }
    for (int week = before + 1; week < prices.length; week++) {
      prices[week] = prices[before];
    }
  }

  int weeks() {
    return units.length;
  }

  /** Whether there is enough to say anything. */
  boolean enough() {
    return changes >= PriceSensitivity.FEWEST_CHANGES && weeks() >= PriceSensitivity.FEWEST_WEEKS;
  }
}
