package io.shopkeeper.cli.evaluate;

import java.util.Map;

/**
 * What one algorithm reached.
 *
 * @param metrics by name; empty without a holdout
 * @param intervals 95 %, of those metrics that are means over users
 * @param peakMemoryMb most heap that was in use from its training to its last prediction
 */
record Outcome(
    String algorithm,
    Map<String, Double> metrics,
    Map<String, double[]> intervals,
    double trainSeconds,
    double predictSeconds,
    long peakMemoryMb) {}
