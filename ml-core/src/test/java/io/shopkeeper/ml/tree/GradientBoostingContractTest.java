package io.shopkeeper.ml.tree;

import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableAlgorithmContract;
import java.util.Map;

class GradientBoostingContractTest extends TableAlgorithmContract<GradientBoosting.Options> {

  @Override
  protected TableAlgorithm<GradientBoosting.Options> algorithm() {
    return new GradientBoosting();
  }

  @Override
  protected GradientBoosting.Options options() {
    return Made.boosting(Map.of("trees", "40", "rate", "0.2", "patience", "5"));
  }
}
