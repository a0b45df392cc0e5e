package io.shopkeeper.fraud.boundary.attempt;

import io.shopkeeper.fraud.boundary.Outcome;

/**
 * Why something was decided; for analysts, not for shoppers.
 *
 * @param rule its id
 * @param outcome what it asks for
 * @param text in the reader's language, with what was seen and the limit
 */
public record AttemptReason(String rule, Outcome outcome, String text) {}
