package io.shopkeeper.recommendation.boundary.experiment;

/**
 * A metric that must not suffer.
 *
 * @param margin the loss that is borne, as a share of the control: 0.02 for 2 %; from 0 to below 1
 */
public record ExperimentGuard(Metric metric, double margin) {}
