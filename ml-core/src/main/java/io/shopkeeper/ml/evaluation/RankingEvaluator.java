package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.metric.RankingMetrics;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.split.Fold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Measures rankings: of all items that a user does not have in training, how well the first ones
 * hold what the fold holds out of the user; the mean over users with something held out.
 *
 * @param data all interactions
 * @param places how many of a ranking count, at least 1
 * @param metric name of the figure, such as {@code ndcg_at_10}
 * @param figure of one user; a greater one is better
 */
public record RankingEvaluator(
    RankingData data, int places, String metric, ToDoubleFunction<RankingMetrics> figure)
    implements Evaluator<RankingData, RankingModel> {

  /** By the NDCG of the first ten. */
  public static RankingEvaluator ndcg(RankingData data) {
    return new RankingEvaluator(data, 10, "ndcg_at_10", RankingMetrics::ndcg);
  }

  @Override
  public int rows() {
    return data.log().size();
  }

  @Override
  public RankingData training(int[] rows) {
    return new RankingData(data.log().select(rows), data.attributes());
  }

  @Override
  public double measure(RankingModel model, Fold fold) {
    return Arrays.stream(measureUsers(model, fold))
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }

  /** The figure of each user, for intervals; NaN where nothing is held out. */
  public double[] measureUsers(RankingModel model, Fold fold) {
    InteractionLog log = data.log();
    History[] histories = log.select(fold.train()).histories();
    List<Set<Integer>> held = new ArrayList<>();
    for (int user = 0; user < log.users(); user++) {
      held.add(new HashSet<>());
    }
    for (int row : fold.test()) {
      held.get(log.user()[row]).add(log.item()[row]);
    }
    double[] figures = new double[log.users()];
    KernelBackends.current()
        .workers()
        .forEach(
            figures.length,
            user -> figures[user] = measure(model, histories[user], held.get(user)));
    return figures;
  }

  private double measure(RankingModel model, History history, Set<Integer> held) {
    var owned = new BitSet();
    for (int item : history.items()) {
      owned.set(item);
      held.remove(item);
    }
    if (held.isEmpty()) {
      return Double.NaN;
    }
    int[] ranked = model.recommend(history, places, item -> !owned.get(item)).items();
    return figure.applyAsDouble(RankingMetrics.of(ranked, held, places));
  }

  @Override
  public boolean greaterIsBetter() {
    return true;
  }
}
