package io.shopkeeper.fraud.boundary;

/**
 * What a person writes of a rule.
 *
 * @param nameEn for readers of English; the other name where it is blank
 * @param nameZh for readers of Chinese; the other name where it is blank
 * @param outcome what it asks for; not to allow
 * @param shadow whether it is on trial first: seen, but without a say
 * @param condition in the language of rules
 */
public record RuleText(
    String nameEn, String nameZh, Outcome outcome, boolean shadow, String condition) {}
