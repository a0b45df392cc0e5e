package io.shopkeeper.ml.neighbour;

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
 * User-based collaborative filtering (Resnick and others: GroupLens, CSCW 1994; for rankings as in
 * Deshpande and Karypis, ACM TOIS 22(1), 2004): what the people most like this one have, weighted
 * by how alike they are. Neighbours are looked for when a ranking is asked for, so new histories
 * count at once.
 */
public final class UserNeighbours implements RankingAlgorithm<UserNeighbours.Options> {

  /**
   * Options.
   *
   * @param similarity how alike two people are
   * @param neighbours people that are asked
   * @param shrinkage similarity is multiplied by n / (n + shrinkage), n the items both have
   * @param amplification the power to which similarities are raised: above 1 the nearest weigh more
   * @param values what several interactions with one item count
   */
  public record Options(
      Similarity similarity,
      @Limits(least = 1, most = 100_000, searchLeast = 20, searchMost = 500, logarithmic = true)
          int neighbours,
      @Limits(least = 0, most = 1e9, searchLeast = 0, searchMost = 100) double shrinkage,
      @Limits(least = 0.1, most = 10, searchLeast = 0.5, searchMost = 3) double amplification,
      Weighting values) {

    public Options {
      if (similarity == null || values == null) {
        throw new WrongOptionException(similarity == null ? "similarity" : "values", "is missing");
      }
      WrongOptionException.unlessWithin("neighbours", neighbours, 1, 100_000);
      WrongOptionException.unlessWithin("shrinkage", shrinkage, 0, 1e9);
      WrongOptionException.unlessWithin("amplification", amplification, 0.1, 10);
    }
  }

  @Override
  public String name() {
    return UserNeighbourModel.NAME;
  }

  @Override
  public Map<String, Options> presets() {
    var presets = new LinkedHashMap<String, Options>();
    presets.put("standard", new Options(Similarity.COSINE, 100, 0, 1, Weighting.BINARY));
    return presets;
  }

  /** The matrix both ways. */
  @Override
  public long memoryBytes(LogSize size, Options options) {
    return RankingAlgorithm.super.memoryBytes(size, options) + 16 * size.interactions();
  }

  @Override
  public RankingModel train(
      RankingData data, Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    return new UserNeighbourModel(options, options.values().matrix(data.log()));
  }

  @Override
  public RankingModel read(DataInput in) throws IOException {
    return UserNeighbourModel.read(in);
  }
}
