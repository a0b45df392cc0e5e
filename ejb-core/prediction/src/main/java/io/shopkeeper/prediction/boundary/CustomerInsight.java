package io.shopkeeper.prediction.boundary;

/**
 * What the shop foresees of a customer.
 *
 * @param customer the shop's id
 * @param personalUse whether the customer allows such use; where not, nothing else is said
 * @param value what the customer is worth; null where not allowed, and of who never bought
 */
public record CustomerInsight(String customer, boolean personalUse, ValueInsight value) {}
