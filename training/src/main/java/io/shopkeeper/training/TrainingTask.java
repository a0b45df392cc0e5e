package io.shopkeeper.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to be trained.
 *
 * @param algorithm its name in the lists of {@code ml.family}
 * @param options as {@code OptionsForm} reads them; what is left out is as usual
 * @param seed of everything random
 * @param parameters what else the trainer understands
 */
public record TrainingTask(
    String algorithm, Map<String, String> options, long seed, Map<String, String> parameters) {

  /** The parameter that says how the model is measured, such as {@code time:0.2}. */
  public static final String EVALUATION = "evaluation";

  public TrainingTask {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** The same with other options. */
  public TrainingTask with(Map<String, String> others) {
    return new TrainingTask(algorithm, others, seed, parameters);
  }
}
