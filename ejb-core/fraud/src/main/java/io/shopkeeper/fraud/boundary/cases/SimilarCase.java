package io.shopkeeper.fraud.boundary.cases;

/**
 * A closed case that looks like another one.
 *
 * @param likeness 1 for the same, towards 0 for ever less alike
 */
public record SimilarCase(CaseRow row, double likeness) {}
