package io.shopkeeper.ml.rating;

class MatrixFactorisationTest extends RatingAlgorithmContract<FactorRatings.Options> {

  @Override
  protected RatingAlgorithm<FactorRatings.Options> algorithm() {
    return new MatrixFactorisation();
  }

  @Override
  protected FactorRatings.Options options() {
    return new FactorRatings.Options(4, 60, 0.05, 0.98, 0.02);
  }
}
