package io.shopkeeper.catalog.boundary;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An order as a line of a list.
 *
 * @param total sum over its lines
 */
public record OrderRow(
    String id,
    String customerId,
    OrderStatus status,
    Instant placedAt,
    String currency,
    String channel,
    BigDecimal total) {}
