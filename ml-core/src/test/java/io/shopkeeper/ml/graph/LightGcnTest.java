package io.shopkeeper.ml.graph;

import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingAlgorithmContract;

class LightGcnTest extends RankingAlgorithmContract<LightGcn.Options> {

  @Override
  protected RankingAlgorithm<LightGcn.Options> algorithm() {
    return new LightGcn();
  }

  @Override
  protected LightGcn.Options options() {
    return new LightGcn.Options(8, 2, 60, 0.05, 3e-3, 0.05, 10);
  }
}
