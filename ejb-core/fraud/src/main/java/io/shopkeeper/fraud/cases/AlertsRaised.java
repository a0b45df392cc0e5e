package io.shopkeeper.fraud.cases;

/**
 * Payments wait to be taken into cases. Observe it {@code AFTER_SUCCESS}.
 *
 * @param count how many were added
 */
public record AlertsRaised(int count) {}
