package io.shopkeeper.ml.graph;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.embedding.VectorRanking;
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
 * LightGCN: the vector of a user or an item is the mean of its own and of those that reach it over
 * one, two, … edges of the graph, each edge divided by the root of both degrees (He, Deng, Wang,
 * Li, Zhang, Wang, SIGIR 2020). The vectors are learnt pairwise (BPR), by Adam on the gradient of
 * all interactions at once, with new items that the users do not have for each step. What a history
 * says is part of the sum, so strangers and new interactions count at once.
 */
public final class LightGcn implements RankingAlgorithm<LightGcn.Options> {

  static final String NAME = "light-gcn";

  /**
   * Options.
   *
   * @param factors values of each vector
   * @param layers edges that are walked
   * @param steps of the descent
   * @param rate of a step
   * @param regularisation λ
   * @param holdout part of the interactions that steps are measured by and that is not learnt
   * @param patience measures without a better one before it stops; 0 for never
   */
  public record Options(
      @Limits(least = 1, most = 512, searchLeast = 16, searchMost = 128, logarithmic = true)
          int factors,
      @Limits(least = 1, most = 8, searchLeast = 1, searchMost = 4) int layers,
      @Limits(least = 1, most = 100_000, searchLeast = 50, searchMost = 600) int steps,
      @Limits(least = 1e-5, most = 1, searchLeast = 0.005, searchMost = 0.1, logarithmic = true)
          double rate,
      @Limits(least = 0, most = 10, searchLeast = 1e-6, searchMost = 1e-2, logarithmic = true)
          double regularisation,
      @Limits(least = 0, most = 0.5) double holdout,
      @Limits(least = 0, most = 1000) int patience) {

    public Options {
      WrongOptionException.unlessWithin("factors", factors, 1, 512);
      WrongOptionException.unlessWithin("layers", layers, 1, 8);
      WrongOptionException.unlessWithin("steps", steps, 1, 100_000);
      WrongOptionException.unlessWithin("rate", rate, 1e-5, 1);
      WrongOptionException.unlessWithin("regularisation", regularisation, 0, 10);
      WrongOptionException.unlessWithin("holdout", holdout, 0, 0.5);
      WrongOptionException.unlessWithin("patience", patience, 0, 1000);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Options> presets() {
    var presets = new LinkedHashMap<String, Options>();
    presets.put("standard", new Options(64, 2, 300, 0.02, 3e-3, 0.02, 0));
    presets.put("watched", new Options(64, 2, 600, 0.02, 3e-3, 0.05, 20));
    return presets;
  }

  /**
   * The vectors of both sides with means, squares, slopes and layers, and the pulls of all pairs.
   */
  @Override
  public long memoryBytes(LogSize size, Options options) {
    return RankingAlgorithm.super.memoryBytes(size, options)
        + 100 * size.interactions()
        + 32L * options.factors() * (size.users() + size.items())
        + VectorRanking.graphBytes(size.items(), options.factors());
  }

  @Override
  public RankingModel train(
      RankingData data, Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    var training = new GraphTraining(Weighting.BINARY.matrix(data.log()), options, seed, listener);
    return VectorRanking.of(NAME, training.run(), seed, listener);
  }

  @Override
  public RankingModel read(DataInput in) throws IOException {
    return VectorRanking.read(in, NAME);
  }
}
