package io.shopkeeper.ml.hybrid;

import io.shopkeeper.ml.family.RankingAlgorithms;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingAlgorithmContract;
import java.util.List;

class LearnedHybridTest extends RankingAlgorithmContract<LearnedHybrid.Options> {

  @Override
  protected RankingAlgorithm<LearnedHybrid.Options> algorithm() {
    return new LearnedHybrid(RankingAlgorithms::find);
  }

  @Override
  protected LearnedHybrid.Options options() {
    return new LearnedHybrid.Options(
        List.of("ease", "rp3beta", "content-based"),
        SecondStage.LOGISTIC,
        12,
        HeldOutChoice.ANY,
        0.2,
        3);
  }
}
