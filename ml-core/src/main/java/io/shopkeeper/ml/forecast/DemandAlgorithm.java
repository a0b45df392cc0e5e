package io.shopkeeper.ml.forecast;

import io.shopkeeper.ml.algorithm.Algorithm;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Learns to foretell demand: rehearses the last weeks with each of its methods, takes for each
 * product the one that did best, makes bands of what that was wrong by, and lets the trees learn
 * from all weeks.
 */
public final class DemandAlgorithm implements Algorithm<DemandLog, DemandOptions, DemandModel> {

  private final String name;
  private final List<DemandMethod> methods;

  private DemandAlgorithm(String name, List<DemandMethod> methods) {
    this.name = name;
    this.methods = methods;
  }

  /** With a choice of all methods for each product. */
  public static DemandAlgorithm chosen() {
    return new DemandAlgorithm("chosen-demand", DemandMethod.all());
  }

  /** With one method for all products. */
  public static DemandAlgorithm of(DemandMethod method) {
    return new DemandAlgorithm(method.code() + "-demand", List.of(method));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Map<String, DemandOptions> presets() {
    return Map.of("month", new DemandOptions(4, 8, 200, 0.05, 5, 40));
  }

  /** The methods that it chooses from. */
  public List<DemandMethod> methods() {
    return methods;
  }

  /**
   * Learns.
   *
   * @throws IllegalArgumentException if no product has been known for long enough; says how long
   */
  @Override
  public DemandModel train(
      DemandLog log, DemandOptions options, long seed, TrainingListener listener) {
    return new DemandTraining(name, methods, log, options, seed, listener).train();
  }

  @Override
  public DemandModel read(DataInput in) throws IOException {
    return DemandModel.read(name, in);
  }
}
