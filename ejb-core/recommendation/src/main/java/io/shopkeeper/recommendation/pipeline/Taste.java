package io.shopkeeper.recommendation.pipeline;

import io.shopkeeper.catalog.boundary.EventType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a visitor did last.
 *
 * @param likes what spoke for a product, the oldest first; a product may come several times
 * @param signals by which act each product got its weight
 * @param consumed what was bought or rated, and when last, in milliseconds since 1970
 * @param cart what was put into the cart and not bought, and when
 * @param lastPurchase what was bought within a day of the last purchase
 */
public record Taste(
    List<Like> likes,
    Map<String, EventType> signals,
    Map<String, Long> consumed,
    Map<String, Long> cart,
    Set<String> lastPurchase) {

  /** Nothing is known. */
  public static final Taste UNKNOWN = new Taste(List.of(), Map.of(), Map.of(), Map.of(), Set.of());

  /**
   * Something that speaks for a product.
   *
   * @param value how much, as in training; more where it happened in this session
   * @param time in milliseconds since 1970
   * @param here whether it happened in this session
   */
  public record Like(String productId, float value, long time, boolean here) {}
}
