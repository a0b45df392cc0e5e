package io.shopkeeper.fraud.boundary;

/**
 * Whether a text is a rule.
 *
 * @param fine whether it is
 * @param message what is wrong, in the reader's language; empty if nothing
 * @param from where, from 0
 * @param to behind its end
 */
public record RuleCheck(boolean fine, String message, int from, int to) {}
