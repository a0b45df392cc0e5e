package io.shopkeeper.ml.als;

import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingAlgorithmContract;
import io.shopkeeper.ml.ranking.Weighting;

class ImplicitAlsTest extends RankingAlgorithmContract<ImplicitAls.Options> {

  @Override
  protected RankingAlgorithm<ImplicitAls.Options> algorithm() {
    return new ImplicitAls();
  }

  @Override
  protected ImplicitAls.Options options() {
    return new ImplicitAls.Options(4, 10, 3, 4, Weighting.BINARY, ImplicitAls.Solver.CHOLESKY);
  }
}
