package io.shopkeeper.prediction.behaviour;

import io.shopkeeper.ml.behaviour.ActLog;
import io.shopkeeper.ml.behaviour.OrderLog;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What is counted from: acts and purchases of the people who allow it, as of one moment. Immutable,
 * as long as nobody changes the arrays and bits that it hands out.
 *
 * @param acts by person; kinds are those of {@link Kinds}
 * @param orders purchases
 * @param priced those in the usual currency
 * @param products their ids, by number
 * @param channels their names, by number
 * @param customers which persons are customers; the others are visitors
 * @param ids of those who ordered as customers, by person; null for others
 * @param firstOrder when each person first ordered; {@link Long#MAX_VALUE} for never
 * @param currency the one of most purchases; empty without any
 * @param left what is left out
 * @param asOf when it was looked
 */
public record ShopSnapshot(
    ActLog acts,
    OrderLog orders,
    OrderLog priced,
    List<String> products,
    List<String> channels,
    BitSet customers,
    String[] ids,
    long[] firstOrder,
    String currency,
    LeftOut left,
    Instant asOf) {

  /**
   * What is not counted.
   *
   * @param acts of people who do not allow it
   * @param orders of such people
   * @param before events before this time, because there are too many; empty for none
   */
  public record LeftOut(long acts, long orders, Optional<Instant> before) {}
}
