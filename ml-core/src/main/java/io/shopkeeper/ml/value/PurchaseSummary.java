package io.shopkeeper.ml.value;

/**
 * What models of repeat purchases need of a history: with x, t_x and T of the literature in weeks,
 * and time beginning at the first purchase.
 *
 * @param repeats x, the purchases after the first
 * @param recency t_x, weeks from the first to the last purchase, 0 where there is one
 * @param age T, weeks from the first purchase to the day of the question, at least the recency
 * @param meanSpend of all purchases, the first one too
 */
public record PurchaseSummary(int repeats, double recency, double age, double meanSpend) {

  static final double DAYS = 7;

  public PurchaseSummary {
    if (repeats < 0 || !(recency >= 0) || !(age >= recency) || !(meanSpend >= 0)) {
      throw new IllegalArgumentException(
          "repeats %d, recency %s, age %s and mean spend %s do not belong together"
              .formatted(repeats, recency, age, meanSpend));
    }
  }

  /**
   * Of a history.
   *
   * @param history with a purchase at least
   * @param day of the question, days since 1970-01-01; purchases on it and later are not seen
   * @throws IllegalArgumentException if there is no purchase before the day
   */
  public static PurchaseSummary of(PurchaseHistory history, int day) {
    PurchaseHistory seen = history.before(day);
    int count = seen.purchases();
    if (count == 0) {
      throw new IllegalArgumentException("no purchase before day %d".formatted(day));
    }
    int first = seen.days()[0];
    return new PurchaseSummary(
        count - 1,
        (seen.days()[count - 1] - first) / DAYS,
        (day - first) / DAYS,
        seen.spent() / count);
  }
}
