package io.shopkeeper.platform.boundary;

/**
 * What a training reported of itself while it ran.
 *
 * @param curve its name, such as {@code loss}
 * @param step such as the epoch or the number of users looked at
 */
public record CurvePoint(String curve, double step, double value) {}
