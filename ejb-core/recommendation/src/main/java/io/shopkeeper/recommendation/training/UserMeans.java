package io.shopkeeper.recommendation.training;

import io.shopkeeper.ml.metric.RankingMetrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Means of ranking metrics over users, with their standard errors. For one thread. */
final class UserMeans {

  private static final String[] NAMES = {
    "ndcg_at_10", "recall_at_10", "precision_at_10", "map_at_10", "hit_rate_at_10", "mrr_at_10"
  };

  private final List<double[]> values = new ArrayList<>();
  private final double[] sums = new double[NAMES.length];
  private final double[] squares = new double[NAMES.length];
  private final StringBuilder table =
      new StringBuilder("case,").append(String.join(",", NAMES)).append('\n');
  private int users;

  /** Takes what one user's ranking reached. */
  void add(RankingMetrics metrics) {
    users++;
    table.append(users);
    double[] its = {
      metrics.ndcg(),
      metrics.recall(),
      metrics.precision(),
      metrics.averagePrecision(),
      metrics.hitRate(),
      metrics.reciprocalRank()
    };
    values.add(its);
    for (int i = 0; i < its.length; i++) {
      sums[i] += its[i];
      squares[i] += its[i] * its[i];
      table.append(String.format(Locale.ROOT, ",%.6f", its[i]));
    }
    table.append('\n');
  }

  /** The names of the metrics by their numbers. */
  static List<String> metricNames() {
    return List.of(NAMES);
  }

  /** All metrics of each user. */
  List<double[]> values() {
    return List.copyOf(values);
  }

  int users() {
    return users;
  }

  /** Of the metric with this number. */
  double mean(int metric) {
    return sums[metric] / Math.max(1, users);
  }

  /** All means; may be added to. */
  Map<String, Double> metrics() {
    var metrics = new LinkedHashMap<String, Double>();
    for (int i = 0; i < NAMES.length; i++) {
      metrics.put(NAMES[i], mean(i));
    }
    return metrics;
  }

  /** The standard error of each mean; none for fewer than two users. */
  Map<String, Double> standardErrors() {
    var errors = new LinkedHashMap<String, Double>();
    for (int i = 0; i < NAMES.length && users > 1; i++) {
      double variance = (squares[i] - users * mean(i) * mean(i)) / (users - 1);
      errors.put(NAMES[i], Math.sqrt(Math.max(0, variance) / users));
    }
    return errors;
  }

  /** A line for each user. */
  String table() {
    return table.toString();
  }
}
