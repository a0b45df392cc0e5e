package io.shopkeeper.ml.rating;

class CosineRatedNeighboursTest extends RatingAlgorithmContract<RatedNeighbours.Options> {

  @Override
  protected RatingAlgorithm<RatedNeighbours.Options> algorithm() {
    return RatedNeighbours.cosine();
  }

  /** A mean of ratings without the user's own level: with so few items it learns little. */
  @Override
  protected double mostError() {
    return 1.25;
  }
}
