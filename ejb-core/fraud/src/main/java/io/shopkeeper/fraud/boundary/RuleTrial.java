package io.shopkeeper.fraud.boundary;

/**
 * What a rule says of one payment of the past.
 *
 * @param holds {@code TRUE}, {@code FALSE} or {@code UNKNOWN}
 * @param text what made it hold, in the reader's language; empty if it does not
 */
public record RuleTrial(String transactionId, String holds, String text) {}
