package io.shopkeeper.fraud.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A rule in the list of rules.
 *
 * @param published what judges or is on trial; null for none
 * @param draft the version that is being written or looked at; null for none
 * @param last the newest version, whatever its state
 * @param held how often it held lately
 * @param frauds how many of these turned out to be fraud
 * @param snoozes how many snoozes hold now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleLine(
    RuleView published, RuleView draft, RuleView last, long held, long frauds, long snoozes) {}
