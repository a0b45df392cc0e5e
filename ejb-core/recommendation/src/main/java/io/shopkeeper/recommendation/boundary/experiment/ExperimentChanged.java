package io.shopkeeper.recommendation.boundary.experiment;

/** An experiment runs, stops, or has another ramp; fired in the transaction that does it. */
public record ExperimentChanged(String name) {}
