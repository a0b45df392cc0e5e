package io.shopkeeper.catalog.boundary.quality;

import java.time.Instant;

/** A value at a time. */
public record MeasurePoint(Instant at, double value) {}
