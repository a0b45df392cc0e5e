package io.shopkeeper.recommendation.training;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a training measured, as the registry keeps it: the algorithm, and popularity beside it. */
record Measured(TimeSplitEvaluation.Outcome outcome, TimeSplitEvaluation.Outcome popularity) {

  private static final String SPLIT = "time:" + TimeSplitEvaluation.HELD_OUT;
  private static final String BESIDE = SPLIT + " popularity";

  Map<String, Map<String, Double>> metrics() {
    return Map.of(SPLIT, outcome.metrics(), BESIDE, popularity.metrics());
  }

  Map<String, Map<String, Double>> standardErrors() {
    return Map.of(SPLIT, outcome.standardErrors(), BESIDE, popularity.standardErrors());
  }

  Map<String, List<Double>> curves() {
    return Map.of(
        "recall@k", outcome.recallByPlace(), "recall@k popularity", popularity.recallByPlace());
  }

  byte[] table() {
    return outcome.table().getBytes(StandardCharsets.UTF_8);
  }
}
