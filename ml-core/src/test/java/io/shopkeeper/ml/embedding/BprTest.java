package io.shopkeeper.ml.embedding;

import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingAlgorithmContract;

class BprTest extends RankingAlgorithmContract<Bpr.Options> {

  @Override
  protected RankingAlgorithm<Bpr.Options> algorithm() {
    return new Bpr();
  }

  @Override
  protected Bpr.Options options() {
    return new Bpr.Options(8, 40, 0.1, 0.01, 0.05, 20);
  }
}
