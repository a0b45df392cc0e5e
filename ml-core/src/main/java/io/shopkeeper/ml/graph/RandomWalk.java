package io.shopkeeper.ml.graph;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.neighbour.ItemNeighbourModel;
import io.shopkeeper.ml.neighbour.ItemNeighbourRanking;
import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.neighbour.TopItems;
import io.shopkeeper.ml.ranking.LogSize;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.ranking.Weighting;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * RP³β: where a walk of three steps from a user ends, from their items over people to items, each
 * step's probability raised to α and the end divided by its popularity raised to β (Paudel,
 * Christoffel, Newell, Bernstein: Updatable, Accurate, Diverse, and Scalable Recommendations for
 * Interactive Applications, ACM TiiS 7(1), 2017). Exact, not sampled; time is the sum of squares of
 * the users' counts, memory that of the neighbours kept.
 */
public final class RandomWalk implements RankingAlgorithm<RandomWalk.Options> {

  private static final String NAME = "rp3beta";
  private static final int BLOCK = 16;

  /**
   * Options.
   *
   * @param alpha the power of each step's probability
   * @param beta the power of the popularity that scores are divided by
   * @param neighbours kept for each item
   * @param recency how much an item of a history counts against the one after it, above 0 to 1
   */
  public record Options(
      @Limits(least = 0, most = 5, searchLeast = 0.4, searchMost = 1.6) double alpha,
      @Limits(least = 0, most = 5, searchLeast = 0, searchMost = 1) double beta,
      @Limits(least = 1, most = 10_000, searchLeast = 50, searchMost = 1000, logarithmic = true)
          int neighbours,
      @Limits(least = 0.01, most = 1, searchLeast = 0.4, searchMost = 1) double recency) {

    public Options {
      WrongOptionException.unlessWithin("alpha", alpha, 0, 5);
      WrongOptionException.unlessWithin("beta", beta, 0, 5);
      WrongOptionException.unlessWithin("neighbours", neighbours, 1, 10_000);
      WrongOptionException.unlessWithin("recency", recency, 0.01, 1);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Options> presets() {
    var presets = new LinkedHashMap<String, Options>();
    presets.put("standard", new Options(1, 0.4, 200, 1));
    presets.put("recent", new Options(1, 0.4, 200, 0.6));
    return presets;
  }

  /** The matrix both ways, and the kept neighbours. */
  @Override
  public long memoryBytes(LogSize size, Options options) {
    return RankingAlgorithm.super.memoryBytes(size, options)
        + 16 * size.interactions()
        + 16L * size.items() * Math.min(options.neighbours(), size.items());
  }

  @Override
  public RankingModel train(
      RankingData data, Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    InteractionMatrix byUser = Weighting.BINARY.matrix(data.log());
    InteractionMatrix byItem = byUser.transpose();
    var rows = new ScoredItems[byItem.users()];
    KernelBackends.current()
        .workers()
        .forEach(
            (rows.length + BLOCK - 1) / BLOCK,
            block -> {
              listener.stopIfCancelled();
              listener.progress((double) block * BLOCK / rows.length, "walks");
              double[] reached = new double[rows.length];
              for (int item = block * BLOCK;
                  item < Math.min(rows.length, (block + 1) * BLOCK);
                  item++) {
                walk(item, byUser, byItem, options, reached);
                rows[item] = best(item, byItem, options, reached);
              }
            });
    listener.progress(1, "walks");
    return new ItemNeighbourRanking(
        NAME, ItemNeighbourModel.of(Arrays.asList(rows)), Weighting.BINARY, options.recency());
  }

  private static void walk(
      int item,
      InteractionMatrix byUser,
      InteractionMatrix byItem,
      Options options,
      double[] reached) {
    Arrays.fill(reached, 0);
    double out = step(byItem, item, options.alpha());
    for (int cell = byItem.rowStart(item); cell < byItem.rowEnd(item); cell++) {
      int user = byItem.column(cell);
      double probability = out * step(byUser, user, options.alpha());
      for (int next = byUser.rowStart(user); next < byUser.rowEnd(user); next++) {
        reached[byUser.column(next)] += probability;
      }
    }
  }

  /** (1 / the ways out)^α. */
  private static double step(InteractionMatrix matrix, int row, double alpha) {
    return Math.pow(matrix.rowEnd(row) - matrix.rowStart(row), -alpha);
  }

  private static ScoredItems best(
      int item, InteractionMatrix byItem, Options options, double[] reached) {
    var best = new TopItems(Math.clamp(options.neighbours(), 1, Math.max(1, reached.length)));
    for (int other = 0; other < reached.length; other++) {
      if (reached[other] > 0 && other != item) {
        best.offer(other, (float) (reached[other] * step(byItem, other, options.beta())));
      }
    }
    return best.drain();
  }

  @Override
  public RankingModel read(DataInput in) throws IOException {
    return ItemNeighbourRanking.read(in, NAME);
  }
}
