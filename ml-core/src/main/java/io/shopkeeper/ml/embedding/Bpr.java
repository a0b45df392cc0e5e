package io.shopkeeper.ml.embedding;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
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
 * Matrix factorisation by Bayesian personalised ranking: what a user has shall score higher than
 * what they do not have, max Σ ln σ(x_ui − x_uj) − λ‖Θ‖² (Rendle, Freudenthaler, Gantner,
 * Schmidt-Thieme, UAI 2009). A stranger's vector is made from their history by the linear map that
 * fits the users of the training best.
 */
public final class Bpr implements RankingAlgorithm<Bpr.Options> {

  static final String NAME = "bpr";

  /**
   * Options.
   *
   * @param factors values of each vector
   * @param epochs passes over the interactions
   * @param rate of the first epoch; it falls to a tenth
   * @param regularisation λ
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
    presets.put("standard", new Options(128, 200, 0.05, 0.015, 0.02, 0));
    presets.put("watched", new Options(128, 200, 0.05, 0.015, 0.05, 20));
    return presets;
  }

  /** The vectors of users and items, those for strangers, and the order of the interactions. */
  @Override
  public long memoryBytes(LogSize size, Options options) {
    return RankingAlgorithm.super.memoryBytes(size, options)
        + 40 * size.interactions()
        + 4L * options.factors() * (size.users() + 2 * size.items())
        + VectorRanking.graphBytes(size.items(), options.factors());
  }

  @Override
  public RankingModel train(
      RankingData data, Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    var training = new BprTraining(Weighting.BINARY.matrix(data.log()), options, seed, listener);
    return VectorRanking.of(NAME, training.run(), seed, listener);
  }

  @Override
  public RankingModel read(DataInput in) throws IOException {
    return VectorRanking.read(in, NAME);
  }
}
