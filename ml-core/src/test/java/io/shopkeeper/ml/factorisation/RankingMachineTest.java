package io.shopkeeper.ml.factorisation;

import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingAlgorithmContract;

class RankingMachineTest extends RankingAlgorithmContract<RankingMachine.Options> {

  @Override
  protected RankingAlgorithm<RankingMachine.Options> algorithm() {
    return new RankingMachine();
  }

  @Override
  protected RankingMachine.Options options() {
    return new RankingMachine.Options(8, 30, 0.1, 0.01, true, 0.05, 10);
  }
}
