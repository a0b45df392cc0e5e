package io.shopkeeper.ml.ease;

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

/** Learns an {@link EaseModel}; every item a user met counts as 1. */
public final class Ease implements RankingAlgorithm<Ease.Options> {

  /**
   * Options.
   *
   * @param penalty λ, greater than 0
   * @param recency how much an item of a history counts against the one after it, above 0 to 1
   */
  public record Options(
      @Limits(least = 1e-6, most = 1e9, searchLeast = 10, searchMost = 5000, logarithmic = true)
          double penalty,
      @Limits(least = 0.01, most = 1, searchLeast = 0.4, searchMost = 1) double recency) {

    public Options {
      WrongOptionException.unlessWithin("penalty", penalty, 1e-6, 1e9);
      WrongOptionException.unlessWithin("recency", recency, 0.01, 1);
    }
  }

  @Override
  public String name() {
    return EaseModel.NAME;
  }

  /** The penalty was chosen on held-out training rows of MovieLens 100K and Beauty. */
  @Override
  public Map<String, Options> presets() {
    var presets = new LinkedHashMap<String, Options>();
    presets.put("standard", new Options(200, 1));
    presets.put("recent", new Options(200, 0.6));
    presets.put("fading", new Options(200, 0.9));
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
    return EaseModel.train(Weighting.BINARY.matrix(data.log()), options.penalty(), listener)
        .withRecency(options.recency());
  }

  @Override
  public RankingModel read(DataInput in) throws IOException {
    return EaseModel.read(in);
  }
}
