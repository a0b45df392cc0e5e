package io.shopkeeper.fraud.boundary;

/**
 * A feature as it was when the decision was made.
 *
 * @param name such as {@code card.declined.1h}
 * @param text in the reader's language
 */
public record FeatureLine(String name, String text, double value) {}
