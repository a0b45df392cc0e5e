package io.shopkeeper.catalog.boundary.analysis;

import io.shopkeeper.catalog.boundary.EventType;
import java.time.Instant;

/**
 * An event without what it says in words.
 *
 * @param eventId its own id
 * @param customerId null where nobody was signed in; then there is a visitor
 * @param visitorId null if unknown
 * @param productId null for searches and messages
 * @param time when it was done
 * @param received when it was stored
 */
public record ActRow(
    String eventId,
    EventType type,
    String customerId,
    String visitorId,
    String productId,
    String channel,
    Instant time,
    Instant received) {}
