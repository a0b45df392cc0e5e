package io.shopkeeper.prediction.features;

/**
 * How a customer's prices lie beside the usual ones: of the lines of orders in the last {@value
 * UsualPrices#DAYS} days, in one currency.
 *
 * @param lines all of them
 * @param compared those of products whose price moved in that time
 * @param reducedShare the part of the compared that cost at least 2 % less than usual, 0 to 1; NaN
 *     where there are none
 * @param toUsual the mean of the price paid by the usual price; NaN where there are none
 */
public record PaidPrices(int lines, int compared, double reducedShare, double toUsual) {

  /** Of a customer. */
  public static PaidPrices of(Known known) {
    Reading paid = known.bought().ofOneCurrency().last(UsualPrices.DAYS);
    double[] ratios =
        paid.numbers(fact -> fact.amount() / known.usual().of(fact.product(), fact.currency()));
    double sum = 0;
    int reduced = 0;
    for (double ratio : ratios) {
      sum += ratio;
      reduced += ratio <= 1 - UsualPrices.CHANGE ? 1 : 0;
    }
    int count = ratios.length;
    return new PaidPrices(
        (int) paid.count(),
        count,
        count == 0 ? Double.NaN : (double) reduced / count,
        count == 0 ? Double.NaN : sum / count);
  }
}
