package io.shopkeeper.catalog.boundary;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A line of an order.
 *
 * @param orderId of the order
 * @param line its place in the order, from 0
 * @param customerId who ordered
 * @param at when it was placed
 * @param currency of the price, ISO 4217
 * @param channel such as web
 * @param undone whether the order was cancelled or returned since; when is not known
 * @param productId what was ordered
 * @param quantity how many pieces
 * @param unitPrice of one of them
 */
public record SoldLine(
    String orderId,
    int line,
    String customerId,
    Instant at,
    String currency,
    String channel,
    boolean undone,
    String productId,
    int quantity,
    BigDecimal unitPrice) {}
