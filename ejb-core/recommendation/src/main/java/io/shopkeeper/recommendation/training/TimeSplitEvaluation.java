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
  private static final int POINTS = 50;

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

  /**
   * What was measured.
   *
   * @param standardErrors of those metrics that are means over users
   * @param table a line of metrics for each user, without saying who
   */
  record Outcome(
      Map<String, Double> metrics,
      Map<String, Double> standardErrors,
      List<Double> recallByPlace,
      String table) {}

  /** Hears the mean of the ranking's quality while more and more users are looked at. */
  @FunctionalInterface
  interface Watcher {

    void looked(int users, double meanNdcg);
  }

  /** Users whose rankings are looked at. */
  int users() {
    return heldOut.size();
  }

  /** Trains on the first part and measures. */
  Outcome measure(Algorithm algorithm, TrainingListener listener, Watcher watcher) {
    return measure(algorithm.train(training, listener), watcher);
  }

  private Outcome measure(RecommendationModel model, Watcher watcher) {
    var means = new UserMeans();
    var recalls = new double[CURVE_PLACES];
    var shown = new BitSet(interactions.items());
    heldOut.forEach(
        (user, relevant) -> {
          int[] ranked = rank(model, user);
          means.add(RankingMetrics.of(ranked, relevant, PLACES));
          for (int place = 0; place < CURVE_PLACES; place++) {
            recalls[place] += RankingMetrics.of(ranked, relevant, place + 1).recall();
          }
          Arrays.stream(ranked).limit(PLACES).forEach(shown::set);
          if (means.users() % Math.max(1, heldOut.size() / POINTS) == 0) {
            watcher.looked(means.users(), means.mean(0));
          }
        });
    Map<String, Double> metrics = means.metrics();
    metrics.put("coverage", shown.cardinality() / (double) Math.max(1, interactions.items()));
    metrics.put("users", (double) heldOut.size());
    var curve = new ArrayList<Double>();
    Arrays.stream(recalls).forEach(sum -> curve.add(sum / Math.max(1, heldOut.size())));
    return new Outcome(metrics, means.standardErrors(), curve, means.table());
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
