package io.shopkeeper.recommendation.features;

import io.shopkeeper.catalog.boundary.BehaviourEvent;

/** How much an event says that somebody likes a product (implicit feedback). */
public final class InteractionWeights {

  private static final double LIKED_STARS = 3;

  private InteractionWeights() {}

  /** From 0, which says nothing, to 5. */
  public static float of(BehaviourEvent event) {
    return switch (event.type()) {
      case VIEW, CLICK -> 1;
      case FAVOURITE -> 2;
      case CART -> 3;
      case PURCHASE -> 5;
      case RATING -> ofStars(event.value() == null ? LIKED_STARS : event.value());
      case REMOVE_FROM_CART, SEARCH, RETURN, MESSAGE -> 0;
    };
  }

  private static float ofStars(double stars) {
    return stars < LIKED_STARS ? 0 : (float) (2 * stars - 5);
  }
}
