package io.shopkeeper.prediction.features;

import java.util.Comparator;

/**
 * Something that a customer did.
 *
 * @param at when it was done, in milliseconds since 1970
 * @param known when the shop knew that this customer did it; later than {@code at} for what a
 *     visitor did who turned out to be the customer
 * @param kind what was done
 * @param id of the event, the review, or the order and its line; one of a kind at a time
 * @param customer who did it; null for somebody unknown, of whom only the product counts
 * @param product with what; null for none
 * @param amount stars of a rating or a review, the price of a piece of an order; NaN for none
 * @param quantity pieces of an order's line; 1 else
 * @param currency of a price, ISO 4217; null for none
 * @param channel such as web; null if unknown
 * @param group the session of an act, the order of a line; null if unknown
 */
public record Fact(
    long at,
    long known,
    FactKind kind,
    String id,
    String customer,
    String product,
    double amount,
    int quantity,
    String currency,
    String channel,
    String group)
    implements Comparable<Fact> {

  private static final Comparator<Fact> ORDER =
      Comparator.comparingLong(Fact::at).thenComparing(Fact::kind).thenComparing(Fact::id);

  public Fact {
    known = Math.max(at, known);
  }

  /** In the order of time; what was at the same time by kind and id, so that sums are the same. */
  @Override
  public int compareTo(Fact other) {
    return ORDER.compare(this, other);
  }
}
