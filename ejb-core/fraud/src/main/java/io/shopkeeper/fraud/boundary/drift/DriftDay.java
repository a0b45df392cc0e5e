package io.shopkeeper.fraud.boundary.drift;

import java.time.LocalDate;

/**
 * What was measured last on a day, in short.
 *
 * @param day in UTC
 * @param scores index of the scores
 * @param feature that moved most, and its index
 */
public record DriftDay(LocalDate day, double scores, String feature, double worst) {}
