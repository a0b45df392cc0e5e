package io.shopkeeper.recommendation.training;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.metric.RankingMetrics;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.recommendation.features.Interactions;
import io.shopkeeper.recommendation.model.RecommendationModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Learns from the first four fifths of the interactions and looks whether the products that each
 * user turned to for the first time in the last fifth are in the ranking. All products with an
 * interaction are candidates but those the user has met before.
 */
final class TimeSplitEvaluation {

  /** Part that is held out. */
  static final double HELD_OUT = 0.2;

  /** Places of the ranking that count. */
  static final int PLACES = 10;

  private static final int CURVE_PLACES = 20;
  private static final int MOST_USERS = 5000;

  private final Interactions interactions;
  private final InteractionMatrix history;
  private final Map<Integer, Set<Integer>> heldOut = new HashMap<>();
  private final Interactions training;

  TimeSplitEvaluation(Interactions interactions) {
    this.interactions = interactions;
    int cut = (int) (interactions.size() * (1 - HELD_OUT));
    this.training = interactions.first(cut);
    this.history = training.matrix();
    for (int i = cut; i < interactions.size(); i++) {
      int user = interactions.user(i);
      if (history.rowEnd(user) > history.rowStart(user)
          && Arrays.binarySearch(history.rowItems(user), interactions.item(i)) < 0
          && (heldOut.containsKey(user) || heldOut.size() < MOST_USERS)) {
        heldOut.computeIfAbsent(user, added -> new HashSet<>()).add(interactions.item(i));
      }
    }
  }

  /** What was measured. */
  record Outcome(Map<String, Double> metrics, List<Double> recallByPlace) {}

  /** Users whose rankings are looked at. */
  int users() {
    return heldOut.size();
  }

  /** Trains on the first part and measures. */
  Outcome measure(Algorithm algorithm, TrainingListener listener) {
    return measure(algorithm.train(training, listener));
  }

  private Outcome measure(RecommendationModel model) {
    var sums = new double[6];
    var recalls = new double[CURVE_PLACES];
    var shown = new BitSet(interactions.items());
    heldOut.forEach(
        (user, relevant) -> {
          int[] ranked = rank(model, user);
          RankingMetrics metrics = RankingMetrics.of(ranked, relevant, PLACES);
          add(sums, metrics);
          for (int place = 0; place < CURVE_PLACES; place++) {
            recalls[place] += RankingMetrics.of(ranked, relevant, place + 1).recall();
          }
          Arrays.stream(ranked).limit(PLACES).forEach(shown::set);
        });
    double users = Math.max(1, heldOut.size());
    var metrics = new LinkedHashMap<String, Double>();
    String[] names = {
      "ndcg_at_10", "recall_at_10", "precision_at_10", "map_at_10", "hit_rate_at_10", "mrr_at_10"
    };
    for (int i = 0; i < names.length; i++) {
      metrics.put(names[i], sums[i] / users);
    }
    metrics.put("coverage", shown.cardinality() / (double) Math.max(1, interactions.items()));
    metrics.put("users", (double) heldOut.size());
    var curve = new ArrayList<Double>();
    Arrays.stream(recalls).forEach(sum -> curve.add(sum / users));
    return new Outcome(metrics, curve);
  }

  private static void add(double[] sums, RankingMetrics metrics) {
    double[] values = {
      metrics.ndcg(),
      metrics.recall(),
      metrics.precision(),
      metrics.averagePrecision(),
      metrics.hitRate(),
      metrics.reciprocalRank()
    };
    for (int i = 0; i < values.length; i++) {
      sums[i] += values[i];
    }
  }

  private int[] rank(RecommendationModel model, int user) {
    int[] met = history.rowItems(user);
    float[] values = history.rowValues(user);
    return model
        .neighbours()
        .map(
            neighbours ->
                neighbours
                    .recommend(
                        met, values, CURVE_PLACES, item -> Arrays.binarySearch(met, item) < 0)
                    .ranked())
        .orElseGet(
            () -> model.popularity().top(CURVE_PLACES, item -> Arrays.binarySearch(met, item) < 0))
        .items();
  }
}
