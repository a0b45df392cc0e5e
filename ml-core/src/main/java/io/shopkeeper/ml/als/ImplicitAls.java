package io.shopkeeper.ml.als;

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

/** Learns an {@link ImplicitAlsModel}. */
public final class ImplicitAls implements RankingAlgorithm<ImplicitAls.Options> {

  /**
   * Options.
   *
   * @param factors values of each vector
   * @param iterations both sides once each
   * @param regularisation λ, greater than 0
   * @param confidence α: how much more an interaction weighs than none
   * @param values what several interactions of a user with an item count
   * @param solver of the small systems
   */
  public record Options(
      @Limits(least = 1, most = 512, searchLeast = 16, searchMost = 128, logarithmic = true)
          int factors,
      @Limits(least = 1, most = 1000, searchLeast = 5, searchMost = 30) int iterations,
      @Limits(least = 1e-6, most = 1e6, searchLeast = 0.1, searchMost = 100, logarithmic = true)
          double regularisation,
      @Limits(least = 0, most = 1e6, searchLeast = 0.1, searchMost = 40, logarithmic = true)
          double confidence,
      Weighting values,
      Solver solver) {

    public Options {
      WrongOptionException.unlessWithin("factors", factors, 1, AlsOptions.MOST_FACTORS);
      WrongOptionException.unlessWithin("iterations", iterations, 1, 1000);
      WrongOptionException.unlessWithin("regularisation", regularisation, 1e-6, 1e6);
      WrongOptionException.unlessWithin("confidence", confidence, 0, 1e6);
      if (values == null || solver == null) {
        throw new WrongOptionException(values == null ? "values" : "solver", "is missing");
      }
    }
  }

  /** How the small systems are solved. */
  public enum Solver {
    /** Exactly. */
    CHOLESKY(0),
    /** Nearly, by three steps: faster where there are many factors. */
    CONJUGATE_GRADIENT(3);

    private final int steps;

    Solver(int steps) {
      this.steps = steps;
    }
  }

  @Override
  public String name() {
    return ImplicitAlsModel.NAME;
  }

  @Override
  public Map<String, Options> presets() {
    AlsOptions standard = AlsOptions.interactions(0);
    var presets = new LinkedHashMap<String, Options>();
    presets.put(
        "standard",
        new Options(
            standard.factors(),
            standard.iterations(),
            standard.regularisation(),
            standard.confidence(),
            Weighting.BINARY,
            Solver.CHOLESKY));
    presets.put(
        "large",
        new Options(
            2 * standard.factors(),
            standard.iterations(),
            standard.regularisation(),
            standard.confidence(),
            Weighting.BINARY,
            Solver.CONJUGATE_GRADIENT));
    return presets;
  }

  /** The matrix both ways, and the vectors of both sides. */
  @Override
  public long memoryBytes(LogSize size, Options options) {
    return RankingAlgorithm.super.memoryBytes(size, options)
        + 16 * size.interactions()
        + 8L * options.factors() * (size.users() + size.items());
  }

  @Override
  public RankingModel train(
      RankingData data, Options options, long seed, TrainingListener listener) {
    var settings =
        new AlsOptions(
            options.factors(),
            options.iterations(),
            options.regularisation(),
            options.confidence(),
            seed,
            options.solver().steps);
    listener.stopIfCancelled();
    return ImplicitAlsModel.train(data.log(), options.values(), settings, listener);
  }

  @Override
  public RankingModel read(DataInput in) throws IOException {
    return ImplicitAlsModel.read(in);
  }
}
