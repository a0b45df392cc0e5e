package io.shopkeeper.ml.rating;

class SeedRatedNeighboursTest extends RatingAlgorithmContract<RatedNeighbours.Options> {

  @Override
  protected RatingAlgorithm<RatedNeighbours.Options> algorithm() {
    return RatedNeighbours.seed();
  }

  /** A mean of ratings without the user's own level: with so few items it learns little. */
  @Override
  protected double mostError() {
    return 1.6;
  }
}
