package io.shopkeeper.ml.slim;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.neighbour.ItemNeighbourModel;
import io.shopkeeper.ml.neighbour.ItemNeighbourRanking;
import io.shopkeeper.ml.ranking.LogSize;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.ranking.Weighting;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SLIM: for each item the weights of the others that rebuild its column best, min ½‖x_j − X·w‖² +
 * ½β‖w‖² + λ‖w‖₁ with w ≥ 0 and w_j = 0 (Ning and Karypis, ICDM 2011), by coordinate descent on XᵀX
 * (Friedman, Hastie, Tibshirani, Journal of Statistical Software 33(1), 2010). Items are learnt
 * side by side on the workers. Memory is 4 bytes for each pair of items while it learns.
 */
public final class Slim implements RankingAlgorithm<Slim.Options> {

  /** Most items that this implementation takes. */
  public static final int MOST_ITEMS = 16_000;

  private static final String NAME = "slim";

  /**
   * Options.
   *
   * @param sparsity λ: how much an item must share with another to weigh at all
   * @param penalty β: holds the weights small
   * @param sweeps most passes over the weights of an item
   * @param recency how much an item of a history counts against the one after it, above 0 to 1
   */
  public record Options(
      @Limits(least = 0, most = 1e6, searchLeast = 0.1, searchMost = 50, logarithmic = true)
          double sparsity,
      @Limits(least = 1e-6, most = 1e9, searchLeast = 5, searchMost = 2000, logarithmic = true)
          double penalty,
      @Limits(least = 1, most = 1000) int sweeps,
      @Limits(least = 0.01, most = 1, searchLeast = 0.4, searchMost = 1) double recency) {

    public Options {
      WrongOptionException.unlessWithin("sparsity", sparsity, 0, 1e6);
      WrongOptionException.unlessWithin("penalty", penalty, 1e-6, 1e9);
      WrongOptionException.unlessWithin("sweeps", sweeps, 1, 1000);
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
    presets.put("standard", new Options(2, 200, 30, 1));
    presets.put("recent", new Options(2, 200, 30, 0.6));
    presets.put("fading", new Options(2, 200, 30, 0.9));
    return presets;
  }

  /** Four bytes for each pair of items, and the kept weights. */
  @Override
  public long memoryBytes(LogSize size, Options options) {
    return RankingAlgorithm.super.memoryBytes(size, options) + 12 * size.items() * size.items();
  }

  @Override
  public RankingModel train(
      RankingData data, Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    InteractionMatrix matrix = Weighting.BINARY.matrix(data.log());
    if (matrix.items() > MOST_ITEMS) {
      throw new IllegalArgumentException(
          "SLIM needs memory with the square of the items: %,d of them are too many, at most %,d can be learnt"
              .formatted(matrix.items(), MOST_ITEMS));
    }
    var descent = new CoordinateDescent(matrix, options);
    KernelBackends.current()
        .workers()
        .forEach(
            matrix.items(),
            item -> {
              listener.stopIfCancelled();
              descent.learn(item);
              if (item % 64 == 0) {
                listener.progress((double) item / matrix.items(), "items");
              }
            });
    listener.progress(1, "items");
    return new ItemNeighbourRanking(
        NAME, ItemNeighbourModel.of(descent.rows()), Weighting.BINARY, options.recency());
  }

  @Override
  public RankingModel read(DataInput in) throws IOException {
    return ItemNeighbourRanking.read(in, NAME);
  }
}
