package io.shopkeeper.ml.factorisation;

import io.shopkeeper.ml.rating.RatingAlgorithm;
import io.shopkeeper.ml.rating.RatingAlgorithmContract;

class FactorisationMachineTest extends RatingAlgorithmContract<FactorisationMachine.Options> {

  @Override
  protected RatingAlgorithm<FactorisationMachine.Options> algorithm() {
    return new FactorisationMachine();
  }

  @Override
  protected FactorisationMachine.Options options() {
    return new FactorisationMachine.Options(4, 60, 0.3, 20, true, true);
  }
}
