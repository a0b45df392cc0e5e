package io.shopkeeper.ml.factorisation;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.rating.RatingAlgorithm;
import io.shopkeeper.ml.rating.RatingModel;
import io.shopkeeper.ml.rating.Ratings;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A factorisation machine (Rendle, ICDM 2010) whose parameters are drawn from their posterior, the
 * predictions of many draws being averaged: r_ui = w₀ + Σ w_a·x_a + Σ w_b·z_b + (Σ x_a·v_a) · (Σ
 * z_b·v_b), x the features of the user, z those of the item. Pairs of features of one side are left
 * out: they would only change that side's bias, which is learnt. With what each user and each item
 * met among the features this is SVD++ on both sides (Rendle, Zhang, Koren: On the Difficulty of
 * Evaluating Baselines, 2019). Nothing needs a rate or a penalty.
 */
public final class FactorisationMachine implements RatingAlgorithm<FactorisationMachine.Options> {

  /**
   * Options.
   *
   * @param factors values of each vector
   * @param iterations draws of all parameters
   * @param warmUp part of the iterations that is not averaged
   * @param samples draws that the model keeps, evenly of the rest; it grows with them
   * @param met whether what a user rated and who rated an item are features
   * @param attributes whether what is known of users and items are features
   */
  public record Options(
      @Limits(least = 1, most = 256, searchLeast = 4, searchMost = 32) int factors,
      @Limits(least = 2, most = 10_000) int iterations,
      @Limits(least = 0, most = 0.95) double warmUp,
      @Limits(least = 1, most = 1000) int samples,
      boolean met,
      boolean attributes) {

    public Options {
      WrongOptionException.unlessWithin("factors", factors, 1, 256);
      WrongOptionException.unlessWithin("iterations", iterations, 2, 10_000);
      WrongOptionException.unlessWithin("warmUp", warmUp, 0, 0.95);
      WrongOptionException.unlessWithin("samples", samples, 1, 1000);
    }
  }

  @Override
  public String name() {
    return FactorisationMachineModel.NAME;
  }

  @Override
  public Map<String, Options> presets() {
    var presets = new LinkedHashMap<String, Options>();
    presets.put("standard", new Options(10, 500, 0.1, 75, true, true));
    presets.put("quick", new Options(8, 120, 0.25, 30, true, true));
    return presets;
  }

  @Override
  public RatingModel train(Ratings data, Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    var averaged = new FactorisationMachineModel.Averaged(data, options.factors());
    var sampler =
        new GibbsSampler(data, users(data, options), items(data, options), options.factors(), seed);
    int first = (int) (options.warmUp() * options.iterations());
    int step = Math.max(1, (options.iterations() - first) / options.samples());
    for (int iteration = 0; iteration < options.iterations(); iteration++) {
      listener.progress((double) iteration / options.iterations(), "drawing");
      sampler.iterate(listener);
      listener.measured("rmse train", iteration, sampler.error());
      if (iteration >= first && (iteration - first) % step == 0) {
        averaged.take(sampler);
      }
    }
    return averaged.build();
  }

  private static Features users(Ratings data, Options options) {
    var features = new Features.Builder(data.users());
    if (options.met()) {
      features.met(data.matrix().sparse());
    }
    if (options.attributes()) {
      features.attributes(data.userAttributes());
    }
    return features.build();
  }

  private static Features items(Ratings data, Options options) {
    var features = new Features.Builder(data.items());
    if (options.met()) {
      SparseRows byItem = data.matrix().sparse().transpose();
      features.met(byItem);
    }
    if (options.attributes()) {
      features.attributes(data.itemAttributes());
    }
    return features.build();
  }

  @Override
  public RatingModel read(DataInput in) throws IOException {
    return FactorisationMachineModel.read(in);
  }
}
