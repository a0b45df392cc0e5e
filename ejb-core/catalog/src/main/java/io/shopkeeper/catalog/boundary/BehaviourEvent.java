package io.shopkeeper.catalog.boundary;

import java.time.Instant;

/**
 * Something that a visitor did.
 *
 * @param eventId the sender's own; the same id is stored once
 * @param customerId null where the visitor is not signed in; then {@code visitorId} is given
 * @param productId null only for searches and messages
 * @param value stars of a rating (1 to 5), pieces of a purchase; null otherwise
 * @param context such as the words of a search or the placement of a click
 */
public record BehaviourEvent(
    String eventId,
    EventType type,
    String customerId,
    String visitorId,
    String productId,
    Double value,
    String channel,
    String sessionId,
    String context,
    Instant time) {}
