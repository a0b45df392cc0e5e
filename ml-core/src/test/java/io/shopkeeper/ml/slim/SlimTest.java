package io.shopkeeper.ml.slim;

import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingAlgorithmContract;

class SlimTest extends RankingAlgorithmContract<Slim.Options> {

  @Override
  protected RankingAlgorithm<Slim.Options> algorithm() {
    return new Slim();
  }

  @Override
  protected Slim.Options options() {
    return new Slim.Options(0.5, 5, 30, 1);
  }
}
