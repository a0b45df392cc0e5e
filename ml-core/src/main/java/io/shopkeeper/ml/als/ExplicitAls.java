package io.shopkeeper.ml.als;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.rating.RatingAlgorithm;
import io.shopkeeper.ml.rating.RatingModel;
import io.shopkeeper.ml.rating.Ratings;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.Map;

/** Learns {@link AlsRatings}. */
public final class ExplicitAls implements RatingAlgorithm<ExplicitAls.Options> {

  /**
   * Options.
   *
   * @param factors values of each vector
   * @param iterations both sides once each
   * @param regularisation λ, weighted by the number of ratings
   */
  public record Options(
      @Limits(least = 1, most = 512, searchLeast = 8, searchMost = 128, logarithmic = true)
          int factors,
      @Limits(least = 1, most = 1000, searchLeast = 5, searchMost = 30) int iterations,
      @Limits(least = 1e-6, most = 1e6, searchLeast = 0.02, searchMost = 1, logarithmic = true)
          double regularisation) {

    public Options {
      WrongOptionException.unlessWithin("factors", factors, 1, AlsOptions.MOST_FACTORS);
      WrongOptionException.unlessWithin("iterations", iterations, 1, 1000);
      WrongOptionException.unlessWithin("regularisation", regularisation, 1e-6, 1e6);
    }
  }

  @Override
  public String name() {
    return AlsRatings.NAME;
  }

  @Override
  public Map<String, Options> presets() {
    AlsOptions standard = AlsOptions.ratings(0);
    return Map.of(
        "standard",
        new Options(standard.factors(), standard.iterations(), standard.regularisation()));
  }

  @Override
  public RatingModel train(Ratings data, Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    var settings =
        new AlsOptions(options.factors(), options.iterations(), options.regularisation(), 0, seed);
    return AlsRatings.train(data, settings, listener);
  }

  @Override
  public RatingModel read(DataInput in) throws IOException {
    return AlsRatings.read(in);
  }
}
