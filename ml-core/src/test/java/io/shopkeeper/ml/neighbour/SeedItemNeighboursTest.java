package io.shopkeeper.ml.neighbour;

import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingAlgorithmContract;

class SeedItemNeighboursTest extends RankingAlgorithmContract<ItemNeighbourOptions> {

  @Override
  protected RankingAlgorithm<ItemNeighbourOptions> algorithm() {
    return ItemNeighbours.seed();
  }
}
