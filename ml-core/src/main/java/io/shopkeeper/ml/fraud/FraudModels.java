package io.shopkeeper.ml.fraud;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.table.TableAlgorithm;
import java.util.Map;

/**
 * The options with which algorithms judge fraud where nothing else is said. Chosen on days and rows
 * before those that they are measured on. Probabilities are corrected by a smooth curve, which
 * leaves the order of alerts as it is.
 */
public final class FraudModels {

  private static final Map<String, Map<String, String>> USUAL =
      Map.of(
          "gradient-boosting",
          Map.of("calibration", "platt", "rate", "0.03", "depth", "5", "models", "5"),
          "random-forest",
          Map.of("calibration", "platt"),
          "multilayer-perceptron",
          Map.of("calibration", "platt"),
          "logistic-regression",
          Map.of("calibration", "platt"));

  private FraudModels() {}

  /** Of an algorithm. */
  public static <O extends Record> O usual(TableAlgorithm<O> algorithm) {
    return OptionsForm.of(algorithm).parse(USUAL.getOrDefault(algorithm.name(), Map.of()));
  }
}
