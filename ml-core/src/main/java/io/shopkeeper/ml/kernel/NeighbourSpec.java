package io.shopkeeper.ml.kernel;

/**
 * Which neighbours of each row are wanted.
 *
 * @param measure how alike
 * @param neighbours most for each row, at least 1
 * @param threshold similarities must be greater, 0 or more
 * @param minimumSupport columns that both rows must have, at least 1
 * @param shrinkage the similarity is multiplied by c / (c + shrinkage), c the columns that both
 *     have; finite, 0 or more
 */
public record NeighbourSpec(
    SimilarityMeasure measure,
    int neighbours,
    float threshold,
    int minimumSupport,
    double shrinkage) {

  public NeighbourSpec {
    if (neighbours < 1 || minimumSupport < 1) {
      throw new IllegalArgumentException("neighbours and minimumSupport must be at least 1");
    }
    if (!(threshold >= 0) || !(shrinkage >= 0) || Double.isInfinite(shrinkage)) {
      throw new IllegalArgumentException("threshold and shrinkage must be 0 or more");
    }
  }

  /** So many by a measure, whatever is above 0. */
  public static NeighbourSpec of(SimilarityMeasure measure, int neighbours) {
    return new NeighbourSpec(measure, neighbours, 0, 1, 0);
  }
}
