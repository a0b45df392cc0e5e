package io.shopkeeper.ml.tree;

import io.shopkeeper.ml.calibration.Calibration;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableAlgorithmContract;

class RandomForestContractTest extends TableAlgorithmContract<RandomForest.Options> {

  @Override
  protected TableAlgorithm<RandomForest.Options> algorithm() {
    return new RandomForest();
  }

  @Override
  protected RandomForest.Options options() {
    return new RandomForest.Options(30, 0, 2, 0, 1, 255, ClassBalance.NONE, Calibration.NONE);
  }
}
