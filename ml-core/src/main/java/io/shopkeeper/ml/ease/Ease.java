package io.shopkeeper.ml.ease;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.kernel.KernelBackends;
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

/** Learns an {@link EaseModel}; every item a user met counts as 1. */
public final class Ease implements RankingAlgorithm<Ease.Options> {

  /**
   * Options.
   *
   * @param penalty λ, greater than 0
   * @param recency how much an item of a history counts against the one after it, above 0 to 1
   * @param window steps after which two items of a history have e times less to do with each other
   *     while it learns; 0 where all of a history belongs together
   */
  public record Options(
      @Limits(least = 1e-6, most = 1e9, searchLeast = 10, searchMost = 5000, logarithmic = true)
          double penalty,
      @Limits(least = 0.01, most = 1, searchLeast = 0.4, searchMost = 1) double recency,
      @Limits(least = 0, most = 1e6, searchLeast = 3, searchMost = 300, logarithmic = true)
          double window) {

    public Options {
      WrongOptionException.unlessWithin("penalty", penalty, 1e-6, 1e9);
      WrongOptionException.unlessWithin("recency", recency, 0.01, 1);
      WrongOptionException.unlessWithin("window", window, 0, 1e6);
    }
  }

  @Override
  public String name() {
    return EaseModel.NAME;
  }

  /** Chosen on held-out training rows of MovieLens 100K and Beauty. */
  @Override
  public Map<String, Options> presets() {
    var presets = new LinkedHashMap<String, Options>();
    presets.put("standard", new Options(200, 1, 0));
    presets.put("recent", new Options(200, 0.6, 0));
    presets.put("close", new Options(100, 0.6, 5));
    presets.put("near", new Options(200, 1, 100));
    presets.put("fading", new Options(60, 0.9, 20));
    return presets;
  }

  /** Twelve bytes for each pair of items. */
  @Override
  public long memoryBytes(LogSize size, Options options) {
    return RankingAlgorithm.super.memoryBytes(size, options) + 12 * size.items() * size.items();
  }

  @Override
  public RankingModel train(
      RankingData data, Options options, long seed, TrainingListener listener) {
    CoOccurrence pairs =
        options.window() == 0
            ? CoOccurrence.of(Weighting.BINARY.matrix(data.log()))
            : CoOccurrence.near(data.log(), options.window());
    return EaseModel.train(pairs, options.penalty(), KernelBackends.current().kernels(), listener)
        .withRecency(options.recency());
  }

  @Override
  public RankingModel read(DataInput in) throws IOException {
    return EaseModel.read(in);
  }
}
