package io.shopkeeper.ml.graph;

import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingAlgorithmContract;

class RandomWalkTest extends RankingAlgorithmContract<RandomWalk.Options> {

  @Override
  protected RankingAlgorithm<RandomWalk.Options> algorithm() {
    return new RandomWalk();
  }
}
