package io.shopkeeper.prediction.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a customer is expected to buy. Amounts are in the currency, with two decimals.
 *
 * @param model its name
 * @param version that foresees
 * @param algorithm by which it was learnt
 * @param asOf the last day that is known: that of the newest order of the shop
 * @param horizonDays that follow, and that all else is about
 * @param currency ISO 4217; empty where orders name none
 * @param purchases to expect, 0 or more
 * @param buys how probably there is one at all, 0 to 1
 * @param alive how probably there will ever be one again, 0 to 1; null where the algorithm does not
 *     say such a thing
 * @param aliveIfBoughtToday the same if the last purchase had been on the last day that is known:
 *     what it is beside it is owed to the silence; null like it
 * @param churn 1 − alive, or of an algorithm that does not say it 1 − buys
 * @param nextPurchase when somebody who is still a customer buys again; null like alive
 * @param spend at a purchase
 * @param value that is to be expected, worth on that day
 * @param base what customers are expected to spend on average
 * @param contributions what makes the difference; with the base they add up to the value, but for
 *     rounding
 * @param text all but the contributions in the reader's language
 */
public record ValueInsight(
    String model,
    int version,
    String algorithm,
    LocalDate asOf,
    int horizonDays,
    String currency,
    double purchases,
    double buys,
    Double alive,
    Double aliveIfBoughtToday,
    double churn,
    NextPurchase nextPurchase,
    BigDecimal spend,
    BigDecimal value,
    BigDecimal base,
    List<Contribution> contributions,
    List<String> text) {

  public ValueInsight {
    contributions = List.copyOf(contributions);
    text = List.copyOf(text);
  }

  /**
   * In how many days after the last known one somebody who is still a customer and has such a past
   * buys again. The mean is not told: of customers with few purchases it does not exist.
   *
   * @param earlyDays a quarter of them within so many days
   * @param middleDays a half of them: the median
   * @param lateDays three quarters of them
   * @param gapDays from one purchase to the next, at the rate that is expected of the customer
   */
  public record NextPurchase(
      double earlyDays, double middleDays, double lateDays, double gapDays) {}

  /**
   * Why more or less than the average.
   *
   * @param reason {@code frequency}, {@code recency} or {@code spend}
   * @param amount that it adds, perhaps below 0
   * @param text in the reader's language
   */
  public record Contribution(String reason, BigDecimal amount, String text) {}
}
