package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableAlgorithmContract;

class LogisticRegressionTest extends TableAlgorithmContract<LogisticRegression.Options> {

  @Override
  protected TableAlgorithm<LogisticRegression.Options> algorithm() {
    return new LogisticRegression();
  }
}
