package io.shopkeeper.ml.rating;

class SvdPlusPlusTest extends RatingAlgorithmContract<SvdPlusPlus.Options> {

  @Override
  protected RatingAlgorithm<SvdPlusPlus.Options> algorithm() {
    return new SvdPlusPlus();
  }

  @Override
  protected SvdPlusPlus.Options options() {
    return new SvdPlusPlus.Options(4, 60, 0.05, 0.98, 0.02);
  }
}
