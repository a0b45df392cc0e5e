package io.shopkeeper.ml.rating;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.Map;

/**
 * SVD++: r_ui = μ + b_u + b_i + q_i · (p_u + |N(u)|^−½ · Σ_j y_j), N(u) being what u rated,
 * whatever the rating (Koren: Factorization Meets the Neighborhood, KDD 2008), by stochastic
 * gradient descent user by user. One seed gives one model.
 */
public final class SvdPlusPlus implements RatingAlgorithm<SvdPlusPlus.Options> {

  static final String NAME = "svd-plus-plus";

  /**
   * Options.
   *
   * @param factors values of each vector
   * @param epochs passes over the ratings
   * @param rate of the first pass
   * @param decay by which the rate is multiplied after each pass
   * @param regularisation of factors; biases have a tenth of it
   */
  public record Options(
      @Limits(least = 1, most = 1024, searchLeast = 8, searchMost = 128, logarithmic = true)
          int factors,
      @Limits(least = 1, most = 10_000, searchLeast = 10, searchMost = 100) int epochs,
      @Limits(least = 1e-6, most = 1, searchLeast = 0.002, searchMost = 0.05, logarithmic = true)
          double rate,
      @Limits(least = 0.01, most = 1, searchLeast = 0.9, searchMost = 1) double decay,
      @Limits(least = 0, most = 100, searchLeast = 0.01, searchMost = 0.3, logarithmic = true)
          double regularisation) {

    public Options {
      WrongOptionException.unlessWithin("factors", factors, 1, 1024);
      WrongOptionException.unlessWithin("epochs", epochs, 1, 10_000);
      WrongOptionException.unlessWithin("rate", rate, 1e-6, 1);
      WrongOptionException.unlessWithin("decay", decay, 0.01, 1);
      WrongOptionException.unlessWithin("regularisation", regularisation, 0, 100);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Chosen on held-out training rows of MovieLens 100K. */
  @Override
  public Map<String, Options> presets() {
    return Map.of("standard", new Options(128, 80, 0.02, 0.975, 0.1));
  }

  @Override
  public RatingModel train(Ratings data, Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    return new SvdPlusPlusTraining(data, options, seed).run(listener);
  }

  @Override
  public RatingModel read(DataInput in) throws IOException {
    return FactorRatings.read(in, NAME);
  }
}
