package io.shopkeeper.fraud.boundary;

import java.util.List;

/**
 * What could be written at a place.
 *
 * @param from where what is written already of the word begins
 */
public record RuleCompletions(int from, List<RuleWord> words) {}
