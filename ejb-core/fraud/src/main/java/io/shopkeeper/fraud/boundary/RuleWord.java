package io.shopkeeper.fraud.boundary;

/**
 * A word of the language of rules, or a name that can stand in one.
 *
 * @param text as it is written
 * @param kind {@code word, feature, key, list, number} or {@code text}
 * @param meaning in the reader's language; empty where the word says it itself
 */
public record RuleWord(String text, String kind, String meaning) {}
