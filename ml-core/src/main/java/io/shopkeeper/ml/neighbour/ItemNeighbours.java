package io.shopkeeper.ml.neighbour;

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
 * Item-based collaborative filtering (Linden, Smith and York, 2003): the score of an item is the
 * sum of its similarities to what is in the history. It is offered by two names that differ in
 * their standard options alone.
 */
public final class ItemNeighbours implements RankingAlgorithm<ItemNeighbourOptions> {

  private static final double STEP = 0.6;

  private final String name;
  private final Similarity standard;

  private ItemNeighbours(String name, Similarity standard) {
    this.name = name;
    this.standard = standard;
  }

  /** By cosine where nothing else is chosen. */
  public static ItemNeighbours cosine() {
    return new ItemNeighbours("item-neighbours-cosine", Similarity.COSINE);
  }

  /** By the seed's formula where nothing else is chosen. */
  public static ItemNeighbours seed() {
    return new ItemNeighbours("item-neighbours-seed", Similarity.SEED);
  }

  /**
   * Ranks by neighbours that were learnt elsewhere, as they are: what an item of a history counts
   * is the sum of its values.
   */
  public RankingModel ranking(ItemNeighbourModel neighbours) {
    return new ItemNeighbourRanking(name, neighbours, Weighting.SUM, 1);
  }

  @Override
  public String name() {
    return name;
  }

  /** Lists and neighbours were chosen on held-out training rows of MovieLens 100K and Beauty. */
  @Override
  public Map<String, ItemNeighbourOptions> presets() {
    double shrinkage = ItemNeighbourOptions.standard(standard).shrinkage();
    var options =
        new ItemNeighbourOptions(
            standard,
            200,
            2,
            shrinkage,
            ItemNeighbourOptions.Lists.OF_CANDIDATE,
            Weighting.BINARY,
            1);
    var presets = new LinkedHashMap<String, ItemNeighbourOptions>();
    presets.put("standard", options);
    presets.put("recent", options.withRecency(STEP));
    return presets;
  }

  /** The matrix twice, as it is turned, and the kept neighbours. */
  @Override
  public long memoryBytes(LogSize size, ItemNeighbourOptions options) {
    return RankingAlgorithm.super.memoryBytes(size, options)
        + 16 * size.interactions()
        + 24L * size.items() * Math.min(options.neighbours(), size.items());
  }

  @Override
  public RankingModel train(
      RankingData data, ItemNeighbourOptions options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    ItemNeighbourModel neighbours =
        ItemNeighbourTrainer.train(options.values().matrix(data.log()), options, listener);
    if (options.lists() == ItemNeighbourOptions.Lists.OF_CANDIDATE) {
      neighbours = neighbours.turned();
    }
    return new ItemNeighbourRanking(name, neighbours, options.values(), options.recency());
  }

  @Override
  public RankingModel read(DataInput in) throws IOException {
    return ItemNeighbourRanking.read(in, name);
  }
}
