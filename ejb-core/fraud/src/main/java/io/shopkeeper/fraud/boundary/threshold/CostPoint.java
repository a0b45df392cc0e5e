package io.shopkeeper.fraud.boundary.threshold;

/**
 * What one threshold costs while the others stay.
 *
 * @param percent 1 to 101
 */
public record CostPoint(long percent, ThresholdFigures figures) {}
