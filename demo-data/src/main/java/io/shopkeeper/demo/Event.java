package io.shopkeeper.demo;

import java.time.Instant;

/**
 * Something that was done. Exactly one of the customer and the visitor is known.
 *
 * @param value pieces of a purchase; null otherwise
 */
record Event(
    String id,
    String type,
    String customerId,
    String visitorId,
    String productId,
    Integer value,
    String channel,
    String sessionId,
    String context,
    Instant time) {}
