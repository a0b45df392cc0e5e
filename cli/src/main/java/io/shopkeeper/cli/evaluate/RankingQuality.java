package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.metric.RankingMetrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The means over the users of all folds. */
final class RankingQuality implements RankedFigures {

  private static final Map<String, ToDoubleFunction<RankingMetrics>> MEASURES = measures();

  private final List<RankingFold> folds;
  private final List<RankingMetrics> users = new ArrayList<>();
  private final long seed;

  RankingQuality(List<RankingFold> folds, long seed) {
    this.folds = folds;
    this.seed = seed;
    folds.forEach(fold -> users.addAll(fold.qualities()));
  }

  private static Map<String, ToDoubleFunction<RankingMetrics>> measures() {
    Map<String, ToDoubleFunction<RankingMetrics>> measures = new LinkedHashMap<>();
    measures.put("recall_at_10", RankingMetrics::recall);
    measures.put("precision_at_10", RankingMetrics::precision);
    measures.put("ndcg_at_10", RankingMetrics::ndcg);
    measures.put("map_at_10", RankingMetrics::averagePrecision);
    measures.put("hit_rate_at_10", RankingMetrics::hitRate);
    measures.put("mrr_at_10", RankingMetrics::reciprocalRank);
    return measures;
  }

  @Override
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    if (users.isEmpty()) {
      return metrics;
    }
    MEASURES.forEach(
        (name, measure) ->
            metrics.put(name, users.stream().mapToDouble(measure).average().orElse(0)));
    var shown = new BitSet();
    folds.forEach(fold -> shown.or(fold.shown()));
    metrics.put("coverage", (double) shown.cardinality() / folds.getFirst().items());
    metrics.put(
        "novelty",
        folds.stream()
            .flatMapToDouble(fold -> Arrays.stream(fold.selfInformation()))
            .average()
            .orElse(0));
    metrics.put("users", (double) users.size());
    return metrics;
  }

  @Override
  public Map<String, double[]> intervals() {
    Map<String, double[]> intervals = new LinkedHashMap<>();
    if (users.isEmpty()) {
      return intervals;
    }
    MEASURES.forEach(
        (name, measure) -> {
          double[] values = users.stream().mapToDouble(measure).toArray();
          Interval interval =
              new Bootstrap(seed)
                  .ofCounts(
                      values.length,
                      times -> {
                        double sum = 0;
                        for (int user = 0; user < values.length; user++) {
                          sum += times[user] * values[user];
                        }
                        return sum / values.length;
                      });
          intervals.put(name, new double[] {interval.low(), interval.high()});
        });
    return intervals;
  }

  @Override
  public Units units() {
    int[] once = new int[users.size()];
    Arrays.fill(once, 1);
    return new Units(
        "ndcg_at_" + RankingFold.PLACES,
        users.stream().mapToDouble(RankingMetrics::ndcg).toArray(),
        once);
  }
}
