package io.shopkeeper.catalog.boundary.person;

import java.time.Instant;
import java.util.Map;

/**
 * What a person has, by product.
 *
 * @param cart what lies in the cart, and since when: put in, not taken out and not bought since
 * @param owned what was bought or rated, and when last; orders count, unless they were cancelled or
 *     returned
 */
public record Belongings(Map<String, Instant> cart, Map<String, Instant> owned) {

  /** Nothing. */
  public static final Belongings NONE = new Belongings(Map.of(), Map.of());

  public Belongings {
    cart = Map.copyOf(cart);
    owned = Map.copyOf(owned);
  }
}
