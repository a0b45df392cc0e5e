package io.shopkeeper.fraud.boundary;

import io.shopkeeper.fraud.boundary.threshold.ScoreThresholds;
import java.time.LocalDate;

/**
 * What is to be tried on the past: a rule, a threshold of the live model, or all three of them.
 *
 * @param rule whose version it is, which then stands for the published one; null for none
 * @param version of the rule; null for none
 * @param condition in the language of rules; null for thresholds
 * @param threshold percent of the score, 1 to 100; null for a rule or all three
 * @param thresholds all three; null for a rule or one threshold
 * @param outcome what it asks for; null for all three
 * @param from the first day in UTC; null for 90 days before the last
 * @param to the last day in UTC; null for today
 */
public record BacktestOrder(
    String rule,
    Integer version,
    String condition,
    Integer threshold,
    ScoreThresholds thresholds,
    Outcome outcome,
    LocalDate from,
    LocalDate to) {}
