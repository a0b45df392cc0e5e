package io.shopkeeper.recommendation.pipeline;

import io.shopkeeper.catalog.boundary.EventType;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

  private static final long PAUSE = 30 * 60_000L;

  /**
   * What of it belongs to the running session: what the caller says is of it, and what was done
   * without a pause of half an hour up to now.
   *
   * @return the oldest first
   */
  public List<Like> session(Instant now) {
    var running = new ArrayDeque<Like>();
    long next = now.toEpochMilli();
    for (int place = likes.size() - 1; place >= 0; place--) {
      Like like = likes.get(place);
      boolean withoutPause = next - like.time() <= PAUSE;
      if (like.here() || withoutPause) {
        running.addFirst(like);
      }
      next = withoutPause ? like.time() : Long.MAX_VALUE;
    }
    return List.copyOf(running);
  }

  /** What of it was so at a time, as far as that can still be told. */
  public Taste asOf(Instant then) {
    long last = then.toEpochMilli();
    return new Taste(
        likes.stream().filter(like -> like.time() <= last).toList(),
        signals,
        until(consumed, last),
        until(cart, last),
        lastPurchase.stream()
            .filter(product -> consumed.getOrDefault(product, 0L) <= last)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** The same, with a product whose page is looked at. */
  public Taste lookingAt(String productId, Instant now) {
    List<Like> more = new ArrayList<>(likes);
    more.add(new Like(productId, 1, now.toEpochMilli(), true));
    Map<String, EventType> acts = new HashMap<>(signals);
    acts.putIfAbsent(productId, EventType.VIEW);
    return new Taste(more, acts, consumed, cart, lastPurchase);
  }

  private static Map<String, Long> until(Map<String, Long> times, long last) {
    return times.entrySet().stream()
        .filter(entry -> entry.getValue() <= last)
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Something that speaks for a product.
   *
   * @param value how much, as in training; more where it happened in this session
   * @param time in milliseconds since 1970
   * @param here whether it happened in this session
   */
  public record Like(String productId, float value, long time, boolean here) {}
}
