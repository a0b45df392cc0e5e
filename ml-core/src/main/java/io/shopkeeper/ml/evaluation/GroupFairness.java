package io.shopkeeper.ml.evaluation;

/**
 * How one group of people fares.
 *
 * @param group its name
 * @param rows of the group
 * @param positives rows of the group whose label is positive
 * @param selectionRate share of the rows that is chosen
 * @param selectionInterval of it, 95 % by Wilson
 * @param truePositiveRate share of the positive rows that is chosen; NaN where none is positive
 * @param truePositiveInterval of it
 * @param falsePositiveRate share of the negative rows that is chosen; NaN where none is negative
 * @param falsePositiveInterval of it
 * @param predicted mean probability
 * @param observed share of the positive rows
 * @param calibrationError expected calibration error, ten bins of one width
 * @param compared whether the group is large enough to count in differences between groups
 */
public record GroupFairness(
    String group,
    int rows,
    int positives,
    double selectionRate,
    Interval selectionInterval,
    double truePositiveRate,
    Interval truePositiveInterval,
    double falsePositiveRate,
    Interval falsePositiveInterval,
    double predicted,
    double observed,
    double calibrationError,
    boolean compared) {}
