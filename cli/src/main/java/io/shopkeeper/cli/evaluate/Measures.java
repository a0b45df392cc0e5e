package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.evaluation.Interval;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Metrics by name, and the 95 % intervals of those that have one.
 *
 * @param metrics in the order of reports
 */
record Measures(Map<String, Double> metrics, Map<String, double[]> intervals) {

  /** Takes metrics of rows that were held out. */
  interface Taker {

    /**
     * Takes them.
     *
     * @param tested rows of the table, at least one
     * @param predicted of each of them
     */
    Measures of(int[] tested, double[][] predicted);
  }

  /** Without any. */
  Measures() {
    this(new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  /** Adds one with its interval. */
  void put(String name, double value, Interval interval) {
    metrics.put(name, value);
    intervals.put(name, new double[] {interval.low(), interval.high()});
  }
}
