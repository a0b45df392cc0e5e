package io.shopkeeper.ml.popularity;

import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingAlgorithmContract;

class PopularityTest extends RankingAlgorithmContract<Popularity.Options> {

  @Override
  protected RankingAlgorithm<Popularity.Options> algorithm() {
    return new Popularity();
  }

  /** It knows no tastes. */
  @Override
  protected double leastHits() {
    return 0.1;
  }

  @Override
  protected boolean alikeForEverybody() {
    return true;
  }
}
