package io.shopkeeper.fraud.boundary;

/**
 * A rule that held.
 *
 * @param rule its id
 * @param version of the rule
 * @param outcome what it asks for
 * @param name in the reader's language
 * @param text what was seen, in the reader's language
 * @param effect whether it decided, or why not
 */
public record RuleHit(
    String rule, int version, Outcome outcome, String name, String text, Effect effect) {}
