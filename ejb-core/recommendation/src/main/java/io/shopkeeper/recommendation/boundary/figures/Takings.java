package io.shopkeeper.recommendation.boundary.figures;

import java.math.BigDecimal;

/**
 * Money of one currency.
 *
 * @param currency ISO 4217
 * @param revenue pieces times the product's price as it is now
 * @param margin what of it is the shop's own; purchases of products of which the shop has not said
 *     its margin bring nothing here
 */
public record Takings(String currency, BigDecimal revenue, BigDecimal margin) {}
