package io.shopkeeper.ml.value;

/**
 * Whether a customer is still one, and when one who is comes back. Days count from the question.
 *
 * @param alive how probably there will ever be a purchase again, 0 to 1
 * @param aliveIfBoughtToday the same if the last purchase had been on the last day that is known;
 *     at least as much
 * @param earlyDays within which a quarter of those who are still customers and have such a past buy
 *     again
 * @param middleDays the same for a half: the median of the time to the next purchase
 * @param lateDays the same for three quarters
 * @param gapDays from one purchase to the next, at the rate that is expected of the customer
 */
public record CustomerActivity(
    double alive,
    double aliveIfBoughtToday,
    double earlyDays,
    double middleDays,
    double lateDays,
    double gapDays) {

  /** The answer of a model. */
  static CustomerActivity of(BetaGeometric visits, PurchaseSummary seen) {
    return new CustomerActivity(
        visits.alive(seen),
        visits.alive(boughtToday(seen)),
        PurchaseSummary.DAYS * visits.waiting(seen, 0.25),
        PurchaseSummary.DAYS * visits.waiting(seen, 0.5),
        PurchaseSummary.DAYS * visits.waiting(seen, 0.75),
        PurchaseSummary.DAYS * visits.gap(seen));
  }

  /** As many purchases, the last of them a day before the question. */
  private static PurchaseSummary boughtToday(PurchaseSummary seen) {
    double day = 1 / PurchaseSummary.DAYS;
    return seen.repeats() == 0
        ? new PurchaseSummary(0, 0, Math.min(day, seen.age()), seen.meanSpend())
        : new PurchaseSummary(
            seen.repeats(),
            Math.max(seen.recency(), seen.age() - day),
            seen.age(),
            seen.meanSpend());
  }
}
