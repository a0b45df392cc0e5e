package io.shopkeeper.fraud.boundary;

import java.time.LocalDate;

/**
 * What is to be tried on the past: a rule, or a threshold of the live model.
 *
 * @param rule whose version it is, which then stands for the published one; null for none
 * @param version of the rule; null for none
 * @param condition in the language of rules; null for a threshold
 * @param threshold percent of the score, 1 to 100; null for a rule
 * @param outcome what it asks for
 * @param from the first day in UTC; null for 90 days before the last
 * @param to the last day in UTC; null for today
 */
public record BacktestOrder(
    String rule,
    Integer version,
    String condition,
    Integer threshold,
    Outcome outcome,
    LocalDate from,
    LocalDate to) {}
