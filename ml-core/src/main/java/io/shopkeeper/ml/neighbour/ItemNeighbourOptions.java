package io.shopkeeper.ml.neighbour;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.ranking.Weighting;

/**
 * Options of item neighbours.
 *
 * @param similarity which
 * @param neighbours kept for each item, 1 to 1,000
 * @param minimumSupport users that must have both items, at least 1
 * @param shrinkage similarity is multiplied by n / (n + shrinkage), n the users who have both; 0
 *     leaves it alone. Damps what rests on few users (Bell and Koren, 2007).
 * @param lists whose nearest neighbours count; only rankings ask
 * @param values what several interactions with one item count; only rankings ask
 * @param recency how much an item of a history counts against the one after it, above 0 to 1; only
 *     rankings ask
 */
public record ItemNeighbourOptions(
    Similarity similarity,
    @Limits(least = 1, most = 1000, searchLeast = 20, searchMost = 500, logarithmic = true)
        int neighbours,
    @Limits(least = 1, most = 1_000_000, searchLeast = 1, searchMost = 10) int minimumSupport,
    @Limits(least = 0, most = 1e9, searchLeast = 0, searchMost = 100) double shrinkage,
    Lists lists,
    Weighting values,
    @Limits(least = 0.01, most = 1, searchLeast = 0.4, searchMost = 1) double recency) {

  /** Whose nearest neighbours count. */
  public enum Lists {
    /** An item scores by what of the history has it among its neighbours. */
    OF_HISTORY,
    /** An item scores by what of the history is among its own neighbours. */
    OF_CANDIDATE
  }

  public ItemNeighbourOptions {
    present("similarity", similarity);
    present("lists", lists);
    present("values", values);
    WrongOptionException.unlessWithin("neighbours", neighbours, 1, 1000);
    WrongOptionException.unlessWithin("minimumSupport", minimumSupport, 1, 1_000_000);
    WrongOptionException.unlessWithin("shrinkage", shrinkage, 0, 1e9);
    WrongOptionException.unlessWithin("recency", recency, 0.01, 1);
  }

  private static void present(String option, Object value) {
    if (value == null) {
      throw new WrongOptionException(option, "is missing");
    }
  }

  /** Where every interaction of a history counts alike. */
  public ItemNeighbourOptions(
      Similarity similarity, int neighbours, int minimumSupport, double shrinkage) {
    this(similarity, neighbours, minimumSupport, shrinkage, Lists.OF_HISTORY, Weighting.BINARY, 1);
  }

  /**
   * What the product uses: cosine damped where few users stand behind it, the seed's formula bare.
   */
  public static ItemNeighbourOptions standard(Similarity similarity) {
    return new ItemNeighbourOptions(similarity, 100, 2, similarity == Similarity.COSINE ? 10 : 0);
  }

  /** The same with another weight of the steps back. */
  public ItemNeighbourOptions withRecency(double weight) {
    return new ItemNeighbourOptions(
        similarity, neighbours, minimumSupport, shrinkage, lists, values, weight);
  }

  /** The same with other lists. */
  public ItemNeighbourOptions withLists(Lists others) {
    return new ItemNeighbourOptions(
        similarity, neighbours, minimumSupport, shrinkage, others, values, recency);
  }
}
