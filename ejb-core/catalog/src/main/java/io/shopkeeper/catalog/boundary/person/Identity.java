package io.shopkeeper.catalog.boundary.person;

import java.time.Instant;

/**
 * That a visitor is a customer, or was.
 *
 * @param source where that was found out, in the shop's words; null if that was not said
 * @param endedAt when the two were separated; null while the link holds
 * @param endedBy null while the link holds
 */
public record Identity(
    String visitorId,
    String customerId,
    Instant linkedAt,
    String by,
    Door door,
    String source,
    Instant endedAt,
    String endedBy) {

  /** Whether it holds. */
  public boolean active() {
    return endedAt == null;
  }
}
