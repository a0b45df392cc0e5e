package io.shopkeeper.catalog.boundary;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A product in an order that was neither cancelled nor returned.
 *
 * @param orderId of the order
 * @param line its number in the order
 * @param productId what was bought
 * @param at when the order was placed
 * @param quantity units
 * @param unitPrice of one, in the currency of the order
 */
public record SaleRow(
    String orderId, int line, String productId, Instant at, int quantity, BigDecimal unitPrice) {}
