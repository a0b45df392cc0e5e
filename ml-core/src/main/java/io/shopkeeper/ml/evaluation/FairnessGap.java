package io.shopkeeper.ml.evaluation;

/**
 * How far a rate differs between the groups that are compared; NaN and unknown where fewer than two
 * groups have the rate.
 *
 * @param difference greatest less least; 0 is even
 * @param differenceInterval of it by the bootstrap; since a difference of greatest and least is
 *     never below 0, chance alone keeps it above
 * @param ratio least by greatest; 1 is even, and below 0.8 is the "four-fifths rule" of the Uniform
 *     Guidelines on Employee Selection Procedures, 1978
 * @param ratioInterval of it
 */
public record FairnessGap(
    double difference, Interval differenceInterval, double ratio, Interval ratioInterval) {}
