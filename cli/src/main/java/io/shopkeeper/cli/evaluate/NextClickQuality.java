package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * Means over all clicks that were foretold. Their intervals draw whole sessions, since the clicks
 * of one are alike.
 */
final class NextClickQuality implements RankedFigures {

  private static final String RECALL = "recall_at_" + NextClickFold.PLACES;
  private static final String RECIPROCAL_RANK = "mrr_at_" + NextClickFold.PLACES;

  private final List<NextClickFold> folds;
  private final List<int[]> sessions = new ArrayList<>();
  private final long seed;

  NextClickQuality(List<NextClickFold> folds, long seed) {
    this.folds = folds;
    this.seed = seed;
    folds.forEach(fold -> sessions.addAll(fold.places()));
  }

  private static double recall(int place) {
    return place > 0 ? 1 : 0;
  }

  private static double reciprocalRank(int place) {
    return place > 0 ? 1.0 / place : 0;
  }

  @Override
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    if (!sessions.isEmpty()) {
      metrics.put(RECALL, mean(NextClickQuality::recall));
      metrics.put(RECIPROCAL_RANK, mean(NextClickQuality::reciprocalRank));
      metrics.put(
          "coverage",
          folds.stream()
              .mapToDouble(fold -> (double) fold.shown().cardinality() / fold.candidates())
              .average()
              .orElse(0));
      metrics.put("sessions", (double) sessions.size());
      metrics.put("clicks", (double) sessions.stream().mapToInt(session -> session.length).sum());
    }
    return metrics;
  }

  private double mean(IntToDoubleFunction figure) {
    return sessions.stream().flatMapToInt(Arrays::stream).mapToDouble(figure).average().orElse(0);
  }

  @Override
  public Map<String, double[]> intervals() {
    Map<String, double[]> intervals = new LinkedHashMap<>();
    if (!sessions.isEmpty()) {
      intervals.put(RECALL, interval(NextClickQuality::recall));
      intervals.put(RECIPROCAL_RANK, interval(NextClickQuality::reciprocalRank));
    }
    return intervals;
  }

  private double[] interval(IntToDoubleFunction figure) {
    double[] sums =
        sessions.stream()
            .mapToDouble(session -> Arrays.stream(session).mapToDouble(figure).sum())
            .toArray();
    Interval interval =
        new Bootstrap(seed)
            .ofCounts(
                sums.length,
                times -> {
                  double sum = 0;
                  long clicks = 0;
                  for (int session = 0; session < sums.length; session++) {
                    sum += times[session] * sums[session];
                    clicks += (long) times[session] * sessions.get(session).length;
                  }
                  return sum / clicks;
                });
    return new double[] {interval.low(), interval.high()};
  }

  @Override
  public Units units() {
    return new Units(
        RECALL,
        sessions.stream()
            .mapToDouble(
                session -> Arrays.stream(session).mapToDouble(NextClickQuality::recall).sum())
            .toArray(),
        sessions.stream().mapToInt(session -> session.length).toArray());
  }
}
