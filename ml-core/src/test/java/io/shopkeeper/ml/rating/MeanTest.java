package io.shopkeeper.ml.rating;

class MeanTest extends RatingAlgorithmContract<Mean.Options> {

  @Override
  protected RatingAlgorithm<Mean.Options> algorithm() {
    return new Mean();
  }

  /** It knows no tastes. */
  @Override
  protected double mostError() {
    return 1.7;
  }
}
