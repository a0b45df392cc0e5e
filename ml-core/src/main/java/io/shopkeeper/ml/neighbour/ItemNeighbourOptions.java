package io.shopkeeper.ml.neighbour;

/**
 * Settings of an item-neighbour training.
 *
 * @param similarity which
 * @param neighbours kept for each item, 1 to 1,000
 * @param minimumSupport users that must have both items, at least 1
 * @param shrinkage similarity is multiplied by n / (n + shrinkage), n the users who have both; 0
 *     leaves it alone. Damps what rests on few users (Bell and Koren, 2007).
 */
public record ItemNeighbourOptions(
    Similarity similarity, int neighbours, int minimumSupport, double shrinkage) {

  public ItemNeighbourOptions {
    if (similarity == null) {
      throw new IllegalArgumentException("similarity is missing");
    }
    if (neighbours < 1 || neighbours > 1000) {
      throw new IllegalArgumentException("neighbours must be 1 to 1000, but is " + neighbours);
    }
    if (minimumSupport < 1) {
      throw new IllegalArgumentException(
          "minimumSupport must be at least 1, but is " + minimumSupport);
    }
    if (!(shrinkage >= 0) || Double.isInfinite(shrinkage)) {
      throw new IllegalArgumentException(
          "shrinkage must be finite and not negative, but is " + shrinkage);
    }
  }

  /**
   * What the product uses: cosine damped where few users stand behind it, the seed's formula bare.
   */
  public static ItemNeighbourOptions standard(Similarity similarity) {
    return new ItemNeighbourOptions(similarity, 100, 2, similarity == Similarity.COSINE ? 10 : 0);
  }
}
