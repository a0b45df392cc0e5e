package io.shopkeeper.ml.value;

import java.util.List;

/**
 * What all customers bought up to a day.
 *
 * @param customers each with one purchase at least, all of them before the end
 * @param end the first day of which nothing is known, days since 1970-01-01
 */
public record PurchaseLog(List<PurchaseHistory> customers, int end) {

  public PurchaseLog {
    customers = List.copyOf(customers);
    for (PurchaseHistory one : customers) {
      if (one.purchases() == 0 || one.days()[one.purchases() - 1] >= end) {
        throw new IllegalArgumentException(
            "each customer must have bought, and before day %d, but one has %s"
                .formatted(end, one.purchases() == 0 ? "no purchase" : "a later purchase"));
      }
    }
  }

  /**
   * As it was at an earlier day: later purchases are gone, and who had not bought yet.
   *
   * @param day the first of which nothing is known
   */
  public PurchaseLog asOf(int day) {
    return new PurchaseLog(
        customers.stream().map(one -> one.before(day)).filter(one -> one.purchases() > 0).toList(),
        day);
  }
}
