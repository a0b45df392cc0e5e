package io.shopkeeper.catalog.boundary;

import java.math.BigDecimal;

/**
 * One position of an order.
 *
 * @param quantity 1 to 10,000
 * @param unitPrice in the order's currency
 */
public record OrderLine(String productId, int quantity, BigDecimal unitPrice) {}
