package io.shopkeeper.ml.tree;

import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableAlgorithmContract;

class DecisionTreeContractTest extends TableAlgorithmContract<DecisionTree.Options> {

  @Override
  protected TableAlgorithm<DecisionTree.Options> algorithm() {
    return new DecisionTree();
  }

  /** Three classes along a slope: one tree goes down it in steps. */
  @Override
  protected double leastAccuracy() {
    return 0.78;
  }
}
