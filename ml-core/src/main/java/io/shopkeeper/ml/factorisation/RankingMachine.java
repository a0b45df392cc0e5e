package io.shopkeeper.ml.factorisation;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.embedding.VectorRanking;
import io.shopkeeper.ml.ranking.LogSize;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A factorisation machine (Rendle, ICDM 2010) that ranks: the features of the user are their number
 * and what they have, those of the item its number and what is known of it; pairs of a user's and
 * an item's feature count. It is learnt pairwise (BPR) by stochastic gradient steps; what a user
 * has leaves the item out that is learnt. New interactions, strangers and attributes count at once.
 */
public final class RankingMachine implements RankingAlgorithm<RankingMachine.Options> {

  static final String NAME = "factorisation-machine";

  /**
   * Options.
   *
   * @param factors values of each vector
   * @param epochs passes over the interactions
   * @param rate of the first epoch; it falls to a tenth
   * @param regularisation λ
   * @param attributes whether what is known of the items are features
   * @param holdout part of the interactions that epochs are measured by and that is not learnt
   * @param patience epochs without a better measure before it stops; 0 for never
   */
  public record Options(
      @Limits(least = 1, most = 512, searchLeast = 16, searchMost = 128, logarithmic = true)
          int factors,
      @Limits(least = 1, most = 10_000, searchLeast = 20, searchMost = 300) int epochs,
      @Limits(least = 1e-5, most = 1, searchLeast = 0.01, searchMost = 0.2, logarithmic = true)
          double rate,
      @Limits(least = 0, most = 10, searchLeast = 0.001, searchMost = 0.1, logarithmic = true)
          double regularisation,
      boolean attributes,
      @Limits(least = 0, most = 0.5) double holdout,
      @Limits(least = 0, most = 1000) int patience) {

    public Options {
      WrongOptionException.unlessWithin("factors", factors, 1, 512);
      WrongOptionException.unlessWithin("epochs", epochs, 1, 10_000);
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
    presets.put("standard", new Options(64, 120, 0.05, 0.03, true, 0.02, 0));
    presets.put("watched", new Options(64, 120, 0.05, 0.03, true, 0.05, 20));
    return presets;
  }

  /** The vectors of users and items, twice. */
  @Override
  public long memoryBytes(LogSize size, Options options) {
    return RankingAlgorithm.super.memoryBytes(size, options)
        + 8L * options.factors() * (size.users() + 3 * size.items())
        + VectorRanking.graphBytes(size.items(), options.factors());
  }

  @Override
  public RankingModel train(
      RankingData data, Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    return VectorRanking.of(
        NAME, new PairwiseTraining(data, options, seed, listener).run(), seed, listener);
  }

  @Override
  public RankingModel read(DataInput in) throws IOException {
    return VectorRanking.read(in, NAME);
  }
}
