package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which acts of a visitor follow from what was shown: those on a product that was shown to the
 * visitor, from then until the window's end. An act counts once, however often its product was
 * shown.
 *
 * @param windowMillis how long an act counts after the product was shown
 */
record Attribution(long windowMillis) {

  /** The acts that count. */
  static final Set<EventType> TYPES = Set.of(EventType.CLICK, EventType.CART, EventType.PURCHASE);

  /**
   * Products shown to a visitor.
   *
   * @param at milliseconds since 1970
   */
  record Shown(long at, List<String> products) {}

  /**
   * What a visitor did.
   *
   * @param revenue pieces times price of what was bought
   */
  record Acts(int clicks, int carts, int purchases, double revenue) {}

  /**
   * Counts.
   *
   * @param prices of products; those without a price bring nothing
   */
  Acts of(
      Collection<Shown> shown, Collection<BehaviourEvent> events, Map<String, BigDecimal> prices) {
    Map<String, TreeSet<Long>> times = new HashMap<>();
    for (Shown one : shown) {
      for (String product : one.products()) {
        times.computeIfAbsent(product, key -> new TreeSet<>()).add(one.at());
      }
    }
    int clicks = 0;
    int carts = 0;
    int purchases = 0;
    double revenue = 0;
    for (BehaviourEvent event : events) {
      if (!follows(event, times)) {
        continue;
      }
      switch (event.type()) {
        case CLICK -> clicks++;
        case CART -> carts++;
        case PURCHASE -> {
          purchases++;
          double pieces = event.value() == null ? 1 : event.value();
          revenue += pieces * prices.getOrDefault(event.productId(), BigDecimal.ZERO).doubleValue();
        }
        case VIEW, SEARCH, FAVOURITE, REMOVE_FROM_CART, RATING, RETURN, MESSAGE -> {
          // nothing that is counted
        }
      }
    }
    return new Acts(clicks, carts, purchases, revenue);
  }

  private boolean follows(BehaviourEvent event, Map<String, TreeSet<Long>> times) {
    TreeSet<Long> shown = event.productId() == null ? null : times.get(event.productId());
    if (shown == null) {
      return false;
    }
    long at = event.time().toEpochMilli();
    Long last = shown.floor(at);
    return last != null && at - last < windowMillis;
  }
}
