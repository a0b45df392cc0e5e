package io.shopkeeper.ml.hybrid;

import io.shopkeeper.ml.family.RankingAlgorithms;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingAlgorithmContract;
import java.util.List;

class BoostedHybridTest extends RankingAlgorithmContract<LearnedHybrid.Options> {

  @Override
  protected RankingAlgorithm<LearnedHybrid.Options> algorithm() {
    return new LearnedHybrid(RankingAlgorithms::find);
  }

  @Override
  protected LearnedHybrid.Options options() {
    return new LearnedHybrid.Options(
        List.of("ease", "popularity"), SecondStage.BOOSTING, 15, HeldOutChoice.LAST, 0.2, 3);
  }
}
