package io.shopkeeper.recommendation.training;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.metric.RankingMetrics;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.recommendation.features.Interactions;
import io.shopkeeper.recommendation.model.RecommendationModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Learns from the first four fifths of the interactions and looks whether the products that each
 * user turned to for the first time in the last fifth are in the ranking. All products with an
 * interaction are candidates but those the user has met before. The model is asked as serving asks
 * it: with what a user did last, not with who the user is.
 */
final class TimeSplitEvaluation {

  /** Part that is held out. */
  static final double HELD_OUT = 0.2;

  /** Places of the ranking that count. */
  static final int PLACES = 10;

  /** Interactions of a user that serving looks at. */
  private static final int LAST = 300;

  private static final int CURVE_PLACES = 20;
  private static final int MOST_USERS = 5000;
  private static final int POINTS = 50;

  private final Interactions interactions;
  private final Interactions training;
  private final History[] histories;
  private final Map<Integer, Set<Integer>> heldOut = new LinkedHashMap<>();

  TimeSplitEvaluation(Interactions interactions) {
    this.interactions = interactions;
    int cut = (int) (interactions.size() * (1 - HELD_OUT));
    this.training = interactions.first(cut);
    this.histories = training.log().histories();
    var met = new int[histories.length][];
    for (int i = cut; i < interactions.size(); i++) {
      int user = interactions.log().user()[i];
      int item = interactions.log().item()[i];
      met[user] = met[user] == null ? met(histories[user]) : met[user];
      if (met[user].length > 0
          && Arrays.binarySearch(met[user], item) < 0
          && (heldOut.containsKey(user) || heldOut.size() < MOST_USERS)) {
        heldOut.computeIfAbsent(user, added -> new HashSet<>()).add(item);
      }
    }
  }

  private static int[] met(History history) {
    return Arrays.stream(history.items()).sorted().distinct().toArray();
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

  /** Users whose rankings are looked at. */
  int users() {
    return heldOut.size();
  }

  /**
   * Trains on the first part and measures.
   *
   * @param curve the name under which the mean quality is told while more users are looked at
   */
  Outcome measure(Lesson<?> lesson, Part part, String curve) {
    return measure(lesson.train(training, part), part, curve);
  }

  private Outcome measure(RecommendationModel model, Part part, String curve) {
    var means = new UserMeans();
    var recalls = new double[CURVE_PLACES];
    var shown = new BitSet(interactions.items());
    List<Integer> users = List.copyOf(heldOut.keySet());
    int block = Math.max(1, users.size() / POINTS);
    for (int from = 0; from < users.size(); from += block) {
      part.stopIfCancelled();
      List<Integer> some = users.subList(from, Math.min(users.size(), from + block));
      int[][] rankings = rank(model, some);
      for (int i = 0; i < rankings.length; i++) {
        look(rankings[i], heldOut.get(some.get(i)), means, recalls, shown);
      }
      part.found(curve, means.users(), means.mean(0));
    }
    Map<String, Double> metrics = means.metrics();
    metrics.put("coverage", shown.cardinality() / (double) Math.max(1, interactions.items()));
    metrics.put("users", (double) heldOut.size());
    var byPlace = new ArrayList<Double>();
    Arrays.stream(recalls).forEach(sum -> byPlace.add(sum / Math.max(1, heldOut.size())));
    return new Outcome(metrics, means.standardErrors(), byPlace, means.table());
  }

  private static void look(
      int[] ranked, Set<Integer> relevant, UserMeans means, double[] recalls, BitSet shown) {
    means.add(RankingMetrics.of(ranked, relevant, PLACES));
    for (int place = 0; place < CURVE_PLACES; place++) {
      recalls[place] += RankingMetrics.of(ranked, relevant, place + 1).recall();
    }
    Arrays.stream(ranked).limit(PLACES).forEach(shown::set);
  }

  private int[][] rank(RecommendationModel model, List<Integer> users) {
    var rankings = new int[users.size()][];
    KernelBackends.current()
        .workers()
        .forEach(users.size(), i -> rankings[i] = rank(model, histories[users.get(i)]));
    return rankings;
  }

  private static int[] rank(RecommendationModel model, History history) {
    int[] met = met(history);
    IntPredicate fresh = item -> Arrays.binarySearch(met, item) < 0;
    return model
        .ranking()
        .map(ranking -> ranking.recommend(last(history), CURVE_PLACES, fresh))
        .orElseGet(() -> model.popularity().top(CURVE_PLACES, fresh))
        .items();
  }

  private static History last(History history) {
    int from = Math.max(0, history.size() - LAST);
    return new History(
        History.STRANGER,
        Arrays.copyOfRange(history.items(), from, history.size()),
        Arrays.copyOfRange(history.values(), from, history.size()),
        Arrays.copyOfRange(history.times(), from, history.size()));
  }
}
