package io.shopkeeper.ml.neighbour;

import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingAlgorithmContract;
import io.shopkeeper.ml.ranking.Weighting;

class UserNeighboursTest extends RankingAlgorithmContract<UserNeighbours.Options> {

  @Override
  protected RankingAlgorithm<UserNeighbours.Options> algorithm() {
    return new UserNeighbours();
  }

  @Override
  protected UserNeighbours.Options options() {
    return new UserNeighbours.Options(Similarity.COSINE, 15, 0, 1, Weighting.BINARY);
  }
}
