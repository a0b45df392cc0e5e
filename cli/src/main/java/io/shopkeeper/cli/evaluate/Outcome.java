package io.shopkeeper.cli.evaluate;

import java.util.List;
import java.util.Map;

/**
 * What one algorithm reached.
 *
 * @param title as people call it here; usually the same
 * @param metrics by name; empty without a holdout
 * @param intervals 95 %, of those metrics that are means over users
 * @param peakMemoryMb most heap that was in use from its training to its last prediction
 * @param tables beside the metrics
 */
record Outcome(
    String algorithm,
    String title,
    Map<String, Double> metrics,
    Map<String, double[]> intervals,
    double trainSeconds,
    double predictSeconds,
    long peakMemoryMb,
    List<SideTable> tables) {

  Outcome {
    tables = List.copyOf(tables);
  }

  /** Without tables. */
  Outcome(
      String algorithm,
      Map<String, Double> metrics,
      Map<String, double[]> intervals,
      double trainSeconds,
      double predictSeconds,
      long peakMemoryMb) {
    this(
        algorithm,
        algorithm,
        metrics,
        intervals,
        trainSeconds,
        predictSeconds,
        peakMemoryMb,
        List.of());
  }

  /** The same with tables. */
  Outcome with(List<SideTable> more) {
    return new Outcome(
        algorithm, title, metrics, intervals, trainSeconds, predictSeconds, peakMemoryMb, more);
  }

  /** The same by another name for people. */
  Outcome called(String other) {
    return new Outcome(
        algorithm, other, metrics, intervals, trainSeconds, predictSeconds, peakMemoryMb, tables);
  }
}
