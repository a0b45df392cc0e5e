package io.shopkeeper.ml.rating;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.neighbour.ItemNeighbourOptions;
import io.shopkeeper.ml.neighbour.Similarity;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.Map;

/**
 * Learns {@link NeighbourRatings}. It is offered by two names that differ in their standard options
 * alone.
 */
public final class RatedNeighbours implements RatingAlgorithm<RatedNeighbours.Options> {

  /**
   * Options.
   *
   * @param similarity which
   * @param neighbours kept for each item
   * @param minimumSupport users that must have both items
   * @param shrinkage similarity is multiplied by n / (n + shrinkage), n the users who have both
   */
  public record Options(
      Similarity similarity,
      @Limits(least = 1, most = 1000, searchLeast = 20, searchMost = 500, logarithmic = true)
          int neighbours,
      @Limits(least = 1, most = 1_000_000, searchLeast = 1, searchMost = 10) int minimumSupport,
      @Limits(least = 0, most = 1e9, searchLeast = 0, searchMost = 100) double shrinkage) {

    public Options {
      if (similarity == null) {
        throw new WrongOptionException("similarity", "is missing");
      }
      WrongOptionException.unlessWithin("neighbours", neighbours, 1, 1000);
      WrongOptionException.unlessWithin("minimumSupport", minimumSupport, 1, 1_000_000);
      WrongOptionException.unlessWithin("shrinkage", shrinkage, 0, 1e9);
    }
  }

  private final String name;
  private final Similarity standard;

  private RatedNeighbours(String name, Similarity standard) {
    this.name = name;
    this.standard = standard;
  }

  /** By cosine where nothing else is chosen. */
  public static RatedNeighbours cosine() {
    return new RatedNeighbours("item-neighbours-cosine", Similarity.COSINE);
  }

  /** By the seed's formula where nothing else is chosen. */
  public static RatedNeighbours seed() {
    return new RatedNeighbours("item-neighbours-seed", Similarity.SEED);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Map<String, Options> presets() {
    ItemNeighbourOptions options = ItemNeighbourOptions.standard(standard);
    return Map.of(
        "standard",
        new Options(standard, options.neighbours(), options.minimumSupport(), options.shrinkage()));
  }

  @Override
  public RatingModel train(Ratings data, Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    var settings =
        new ItemNeighbourOptions(
            options.similarity(),
            options.neighbours(),
            options.minimumSupport(),
            options.shrinkage());
    return NeighbourRatings.train(name, data, settings, listener);
  }

  @Override
  public RatingModel read(DataInput in) throws IOException {
    return NeighbourRatings.read(in, name);
  }
}
