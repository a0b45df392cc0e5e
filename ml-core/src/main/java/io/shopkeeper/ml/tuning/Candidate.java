package io.shopkeeper.ml.tuning;

/**
 * Something to try.
 *
 * @param point in the search space
 * @param share of the full resource, above 0 and at most 1
 */
record Candidate(double[] point, double share) {}
