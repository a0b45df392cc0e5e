package io.shopkeeper.recommendation.training;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a training measured, as the registry keeps it: the algorithm, and popularity beside it.
 *
 * @param split on which it was measured
 */
record Measured(String split, Outcome outcome, Outcome popularity) {

  private static final String BESIDE = " popularity";

  Map<String, Map<String, Double>> metrics() {
    return Map.of(split, outcome.metrics(), split + BESIDE, popularity.metrics());
  }

  Map<String, Map<String, Double>> standardErrors() {
    return Map.of(split, outcome.standardErrors(), split + BESIDE, popularity.standardErrors());
  }

  Map<String, List<Double>> curves() {
    return Map.of(
        "recall@k", outcome.recallByPlace(), "recall@k popularity", popularity.recallByPlace());
  }

  byte[] table() {
    return outcome.table().getBytes(StandardCharsets.UTF_8);
  }
}
