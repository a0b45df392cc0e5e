package io.shopkeeper.prediction.boundary.behaviour;

import io.shopkeeper.catalog.boundary.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The last half hour.
 *
 * @param people who did anything
 * @param lately who did anything in the last five minutes
 * @param counts acts of each type, the most frequent first
 * @param minutes acts of each of the last 30 minutes, the present one last
 * @param acts the newest first, without whose they are
 * @param products those with the most acts, the first first
 * @param asOf the present
 */
public record LiveView(
    long people,
    long lately,
    Map<EventType, Long> counts,
    List<Long> minutes,
    List<Act> acts,
    List<Product> products,
    Instant asOf) {

  /** Minutes that are looked at. */
  public static final int MINUTES = 30;

  /** Acts that are named. */
  public static final int ACTS = 20;

  /** Products that are named. */
  public static final int PRODUCTS = 10;

  /**
   * An act.
   *
   * @param productId empty for none
   */
  public record Act(Instant time, EventType type, String productId, String channel) {}

  /** A product and how often something was done with it. */
  public record Product(String id, long acts) {}

  public LiveView {
    minutes = List.copyOf(minutes);
    acts = List.copyOf(acts);
    products = List.copyOf(products);
  }

  /** Acts of all types. */
  public long all() {
    return minutes.stream().mapToLong(Long::longValue).sum();
  }
}
