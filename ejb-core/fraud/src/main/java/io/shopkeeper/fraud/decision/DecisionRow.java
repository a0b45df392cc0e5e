package io.shopkeeper.fraud.decision;

import io.shopkeeper.fraud.boundary.Outcome;
import java.time.Instant;

/**
 * A decision in a list.
 *
 * @param score null without a model
 */
public record DecisionRow(String id, Instant at, Outcome outcome, Double score, String degraded) {}
