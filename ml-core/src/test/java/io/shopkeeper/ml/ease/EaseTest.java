package io.shopkeeper.ml.ease;

import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingAlgorithmContract;

class EaseTest extends RankingAlgorithmContract<Ease.Options> {

  @Override
  protected RankingAlgorithm<Ease.Options> algorithm() {
    return new Ease();
  }

  @Override
  protected Ease.Options options() {
    return new Ease.Options(10, 1, 0);
  }
}
