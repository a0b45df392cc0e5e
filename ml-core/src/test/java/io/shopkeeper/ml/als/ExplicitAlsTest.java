package io.shopkeeper.ml.als;

import io.shopkeeper.ml.rating.RatingAlgorithm;
import io.shopkeeper.ml.rating.RatingAlgorithmContract;

class ExplicitAlsTest extends RatingAlgorithmContract<ExplicitAls.Options> {

  @Override
  protected RatingAlgorithm<ExplicitAls.Options> algorithm() {
    return new ExplicitAls();
  }

  @Override
  protected ExplicitAls.Options options() {
    return new ExplicitAls.Options(4, 10, 0.05);
  }
}
