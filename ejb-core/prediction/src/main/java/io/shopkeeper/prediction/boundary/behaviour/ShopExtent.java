package io.shopkeeper.prediction.boundary.behaviour;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What there is to count.
 *
 * @param acts events of those who allow it
 * @param orders purchases of those who allow it
 * @param lastDay the day of the newest event or purchase that is not in the future, UTC; today
 *     without any
 * @param channels that there are, by name
 * @param currency of amounts: the one of most purchases; empty without any
 * @param otherCurrencies purchases in others, which are not in amounts
 * @param refusedActs events of people who do not allow it
 * @param refusedOrders purchases of such people
 * @param cut events before this time are left out, because there are too many; empty for none
 * @param asOf when it was looked
 */
public record ShopExtent(
    long acts,
    long orders,
    LocalDate lastDay,
    List<String> channels,
    String currency,
    long otherCurrencies,
    long refusedActs,
    long refusedOrders,
    Optional<Instant> cut,
    Instant asOf) {

  public ShopExtent {
    channels = List.copyOf(channels);
  }
}
