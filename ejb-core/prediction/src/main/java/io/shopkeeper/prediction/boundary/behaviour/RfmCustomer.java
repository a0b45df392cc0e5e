package io.shopkeeper.prediction.boundary.behaviour;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A customer of the RFM grid.
 *
 * @param id of the customer
 * @param recency 1 to 5
 * @param frequency 1 to 5
 * @param money 1 to 5
 * @param last day of an order that counts, in UTC
 * @param orders that count
 * @param amount of them, in the shop's usual currency
 */
public record RfmCustomer(
    String id,
    int recency,
    int frequency,
    int money,
    LocalDate last,
    long orders,
    BigDecimal amount) {

  /** What he is to the shop. */
  public RfmView.Group group() {
    return RfmView.Group.of(recency, frequency);
  }
}
