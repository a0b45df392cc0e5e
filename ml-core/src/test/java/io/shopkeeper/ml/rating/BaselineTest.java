package io.shopkeeper.ml.rating;

class BaselineTest extends RatingAlgorithmContract<BaselineRatings.Options> {

  @Override
  protected RatingAlgorithm<BaselineRatings.Options> algorithm() {
    return new Baseline();
  }

  /** It knows no tastes. */
  @Override
  protected double mostError() {
    return 1.7;
  }
}
