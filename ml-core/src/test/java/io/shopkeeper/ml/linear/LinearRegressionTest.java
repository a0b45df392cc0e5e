package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableAlgorithmContract;

class LinearRegressionTest extends TableAlgorithmContract<LinearRegression.Options> {

  @Override
  protected TableAlgorithm<LinearRegression.Options> algorithm() {
    return new LinearRegression();
  }
}
