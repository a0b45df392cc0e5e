package io.shopkeeper.catalog.person;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.person.Belongings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts together what lies in a cart and what is owned, from acts in any order. Of two at one time
 * taking out is stronger than putting in, and buying than both. For one thread.
 */
public final class HandTally {

  private final Map<String, Instant> put = new HashMap<>();
  private final Map<String, Instant> left = new HashMap<>();
  private final Map<String, Instant> owned = new HashMap<>();

  /** Takes an event; those about nothing that one can have are passed over. */
  public HandTally add(BehaviourEvent event) {
    if (event.productId() != null) {
      add(event.productId(), event.type(), event.time());
    }
    return this;
  }

  /** Takes an act. */
  public void add(String productId, EventType type, Instant at) {
    switch (type) {
      case CART -> latest(put, productId, at);
      case REMOVE_FROM_CART -> latest(left, productId, at);
      case PURCHASE -> bought(productId, at);
      case RATING -> latest(owned, productId, at);
      case VIEW, CLICK, SEARCH, FAVOURITE, RETURN, MESSAGE -> {}
    }
  }

  /** Takes a purchase, such as of an order. */
  public void bought(String productId, Instant at) {
    latest(left, productId, at);
    latest(owned, productId, at);
  }

  private static void latest(Map<String, Instant> times, String productId, Instant at) {
    times.merge(productId, at, (one, other) -> one.isBefore(other) ? other : one);
  }

  /** What it comes to. */
  public Belongings belongings() {
    Map<String, Instant> cart = new HashMap<>();
    put.forEach(
        (productId, at) -> {
          if (at.isAfter(left.getOrDefault(productId, Instant.MIN))) {
            cart.put(productId, at);
          }
        });
    return new Belongings(cart, owned);
  }
}
