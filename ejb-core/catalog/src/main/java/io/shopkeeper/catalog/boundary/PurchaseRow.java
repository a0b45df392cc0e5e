package io.shopkeeper.catalog.boundary;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A purchase: an order that was neither cancelled nor returned.
 *
 * @param orderId of the order
 * @param customerId who bought
 * @param at when it was placed
 * @param currency of the total
 * @param total of its lines
 */
public record PurchaseRow(
    String orderId, String customerId, Instant at, String currency, BigDecimal total) {}
