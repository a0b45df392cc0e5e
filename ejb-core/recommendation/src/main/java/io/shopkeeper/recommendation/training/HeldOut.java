package io.shopkeeper.recommendation.training;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.metric.RankingMetrics;
import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.training.TrainingListener;
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
 * Looks whether the products that users turned to for the first time in what is held out are in the
 * rankings of what was learnt from the rest. All products with an interaction are candidates but
 * those the user has met in that rest. The model is asked as serving asks it: with what a user did
 * last, not with who the user is.
 */
final class HeldOut {

  /** Places of the ranking that count. */
  static final int PLACES = 10;

  /** Interactions of a user that serving looks at. */
  private static final int LAST = 300;

  private static final int CURVE_PLACES = 20;
  private static final int MOST_USERS = 5000;
  private static final int POINTS = 50;

  private final Interactions interactions;
  private final History[] histories;
  private final Map<Integer, Set<Integer>> heldOut = new LinkedHashMap<>();

  /** What a fold of the interactions holds out. */
  HeldOut(Interactions interactions, Fold fold) {
    this.interactions = interactions;
    this.histories = interactions.log().select(fold.train()).histories();
    var met = new int[histories.length][];
    for (int row : fold.test()) {
      int user = interactions.log().user()[row];
      int item = interactions.log().item()[row];
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

  /** Something that ranks. */
  @FunctionalInterface
  interface Ranker {

    /** The best for somebody with that history, of those that are allowed. */
    ScoredItems recommend(History history, int n, IntPredicate allowed);

    /** As serving asks a model: popularity answers where it has no personal part. */
    static Ranker of(RecommendationModel model) {
      return model
          .ranking()
          .<Ranker>map(ranking -> ranking::recommend)
          .orElse((history, n, allowed) -> model.popularity().top(n, allowed));
    }
  }

  /** Whether nobody turned to anything new. */
  boolean isEmpty() {
    return heldOut.isEmpty();
  }

  /** The mean NDCG; NaN where nothing is held out. */
  double ndcg(Ranker ranker, TrainingListener listener) {
    return heldOut.isEmpty()
        ? Double.NaN
        : measure(ranker, listener, (users, ndcg) -> {}).metrics().get("ndcg_at_10");
  }

  /** Hears of the mean quality while more users are looked at. */
  @FunctionalInterface
  interface Sofar {

    void found(int users, double ndcg);
  }

  /** Measures. */
  Outcome measure(Ranker ranker, TrainingListener listener, Sofar sofar) {
    var means = new UserMeans();
    var recalls = new double[CURVE_PLACES];
    var shown = new BitSet(interactions.items());
    List<Integer> users = List.copyOf(heldOut.keySet());
    int block = Math.max(1, users.size() / POINTS);
    for (int from = 0; from < users.size(); from += block) {
      listener.stopIfCancelled();
      List<Integer> some = users.subList(from, Math.min(users.size(), from + block));
      int[][] rankings = rank(ranker, some);
      for (int i = 0; i < rankings.length; i++) {
        look(rankings[i], heldOut.get(some.get(i)), means, recalls, shown);
      }
      sofar.found(means.users(), means.mean(0));
    }
    Map<String, Double> metrics = means.metrics();
    metrics.put("coverage", shown.cardinality() / (double) Math.max(1, interactions.items()));
    metrics.put("users", (double) heldOut.size());
    var byPlace = new ArrayList<Double>();
    Arrays.stream(recalls).forEach(sum -> byPlace.add(sum / Math.max(1, heldOut.size())));
    return new Outcome(metrics, means.standardErrors(), byPlace, means.table(), means.values());
  }

  private static void look(
      int[] ranked, Set<Integer> relevant, UserMeans means, double[] recalls, BitSet shown) {
    means.add(RankingMetrics.of(ranked, relevant, PLACES));
    for (int place = 0; place < CURVE_PLACES; place++) {
      recalls[place] += RankingMetrics.of(ranked, relevant, place + 1).recall();
    }
    Arrays.stream(ranked).limit(PLACES).forEach(shown::set);
  }

  private int[][] rank(Ranker ranker, List<Integer> users) {
    var rankings = new int[users.size()][];
    KernelBackends.current()
        .workers()
        .forEach(users.size(), i -> rankings[i] = rank(ranker, histories[users.get(i)]));
    return rankings;
  }

  private static int[] rank(Ranker ranker, History history) {
    int[] met = met(history);
    return ranker
        .recommend(last(history), CURVE_PLACES, item -> Arrays.binarySearch(met, item) < 0)
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
