package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import java.util.Set;

/**
 * What followed from what was shown.
 *
 * @param withoutMargin purchases of products of which the shop has not said its margin
 * @param revenue pieces times price of what was bought
 * @param margin what of the revenue is the shop's own, as far as the shop has said it
 */
record Acts(
    int clicks, int carts, int purchases, int withoutMargin, double revenue, double margin) {

  /** Nothing. */
  static final Acts NONE = new Acts(0, 0, 0, 0, 0, 0);

  /** The acts that count. */
  static final Set<EventType> TYPES = Set.of(EventType.CLICK, EventType.CART, EventType.PURCHASE);

  /** One act. */
  static Acts of(BehaviourEvent event, Worth worth) {
    return switch (event.type()) {
      case CLICK -> new Acts(1, 0, 0, 0, 0, 0);
      case CART -> new Acts(0, 1, 0, 0, 0, 0);
      case PURCHASE -> purchase(event.value() == null ? 1 : event.value(), worth);
      case VIEW, SEARCH, FAVOURITE, REMOVE_FROM_CART, RATING, RETURN, MESSAGE -> NONE;
    };
  }

  private static Acts purchase(double pieces, Worth worth) {
    double revenue = pieces * worth.price();
    return Double.isNaN(worth.margin())
        ? new Acts(0, 0, 1, 1, revenue, 0)
        : new Acts(0, 0, 1, 0, revenue, revenue * worth.margin());
  }

  Acts plus(Acts other) {
    return new Acts(
        clicks + other.clicks,
        carts + other.carts,
        purchases + other.purchases,
        withoutMargin + other.withoutMargin,
        revenue + other.revenue,
        margin + other.margin);
  }
}
