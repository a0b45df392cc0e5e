package io.shopkeeper.prediction.features;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What pieces of products usually cost: the median price of the lines of orders in the {@value
 * #DAYS} days before a moment. A product that was sold at one price only has none, for nothing can
 * be said of who pays it. For one thread.
 */
public final class UsualPrices {

  /** How far back is looked. */
  public static final int DAYS = 90;

  /** Prices that differ by less, as a share, are one price. */
  public static final double CHANGE = 0.02;

  private record Asked(String product, String currency) {}

  private static final FactLog NOTHING = new FactLog();

  private final Map<String, FactLog> products;
  private final long moment;
  private final Map<Asked, Double> found = new HashMap<>();

  UsualPrices(Map<String, FactLog> products, long moment) {
    this.products = products;
    this.moment = moment;
  }

  long moment() {
    return moment;
  }

  /** The usual price in a currency; NaN where it never moved or nothing was sold. */
  double of(String product, String currency) {
    return found.computeIfAbsent(new Asked(product, currency), this::look);
  }

  private double look(Asked asked) {
    double[] prices =
        products
            .getOrDefault(asked.product(), NOTHING)
            .asOf(moment)
            .only(FactKind.ORDER)
            .last(DAYS)
            .amounts(fact -> Objects.equals(asked.currency(), fact.currency()));
    int count = prices.length;
    if (count == 0 || prices[count - 1] <= prices[0] * (1 + CHANGE)) {
      return Double.NaN;
    }
    return (prices[(count - 1) / 2] + prices[count / 2]) / 2;
  }
}
