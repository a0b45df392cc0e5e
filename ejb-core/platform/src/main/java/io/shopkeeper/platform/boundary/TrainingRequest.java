package io.shopkeeper.platform.boundary;

import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.TuningOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What somebody wants trained.
 *
 * @param algorithm one of {@link Trainable#algorithms}; null for the usual one
 * @param preset of the algorithm; null for the usual one
 * @param options in place of the preset's, as text; null or empty for none
 * @param seed of everything random; null for the usual one
 * @param executor a word of {@link TrainingPlace}; null for what the settings say
 * @param evaluation how it is measured, such as {@code time:0.2} or {@code kfold:5}; null for the
 *     model's own way
 * @param tuning how options are looked for; null where they are as they are
 */
public record TrainingRequest(
    String algorithm,
    String preset,
    Map<String, String> options,
    Long seed,
    String executor,
    String evaluation,
    TuningOrder tuning) {

  /** What nobody chooses otherwise. */
  public static final long USUAL_SEED = 42;

  /** Whatever is usual. */
  public static final TrainingRequest USUAL =
      new TrainingRequest(null, null, null, null, null, null, null);

  private static final String OPTION = "option.";

  public TrainingRequest {
    options =
        options == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /** An algorithm as it usually is. */
  public static TrainingRequest of(String algorithm) {
    return new TrainingRequest(algorithm, null, Map.of(), null, null, null, null);
  }

  /** That of a job, as {@link #parameters} wrote it. */
  public static TrainingRequest of(Map<String, String> parameters) {
    var options = new LinkedHashMap<String, String>();
    parameters.forEach(
        (name, value) -> {
          if (name.startsWith(OPTION)) {
            options.put(name.substring(OPTION.length()), value);
          }
        });
    String seed = parameters.get("seed");
    return new TrainingRequest(
        parameters.get("algorithm"),
        parameters.get("preset"),
        options,
        seed == null ? null : Long.valueOf(seed),
        parameters.get("executor"),
        parameters.get(TrainingTask.EVALUATION),
        TuningOrder.of(parameters).orElse(null));
  }

  /**
   * That of a job, with everything that it leaves open. A schedule says little, and a job that
   * waited may be older than this version.
   *
   * @param completing fills in what is open, as the module of the model does
   * @throws JobFailedException if the module refuses it
   */
  public static TrainingRequest of(JobContext job, UnaryOperator<TrainingRequest> completing)
      throws JobFailedException {
    try {
      return completing.apply(of(job.parameters()));
    } catch (InvalidInputException wrong) {
      throw new JobFailedException(
          "This version does not train so any more: " + wrong.getMessage(), wrong);
    }
  }

  /** What a trainer is told of it; for a request that leaves nothing open. */
  public TrainingTask task() {
    var beside = new LinkedHashMap<String, String>();
    put(beside, TrainingTask.EVALUATION, evaluation);
    if (tuning != null) {
      beside.putAll(tuning.parameters());
    }
    return new TrainingTask(algorithm, options, seedOrUsual(), beside);
  }

  /** The parameters of a job that does it. */
  public Map<String, String> parameters() {
    var parameters = new LinkedHashMap<String, String>();
    put(parameters, "algorithm", algorithm);
    put(parameters, "preset", preset);
    put(parameters, "seed", seed == null ? null : Long.toString(seed));
    put(parameters, "executor", executor);
    put(parameters, TrainingTask.EVALUATION, evaluation);
    if (tuning != null) {
      parameters.putAll(tuning.parameters());
    }
    options.forEach((name, value) -> parameters.put(OPTION + name, value));
    return parameters;
  }

  private static void put(Map<String, String> parameters, String name, String value) {
    if (value != null) {
      parameters.put(name, value);
    }
  }

  /** The seed that counts. */
  public long seedOrUsual() {
    return seed == null ? USUAL_SEED : seed;
  }

  /**
   * Where it is wanted.
   *
   * @throws InvalidInputException if there is no such place
   */
  public TrainingPlace place() {
    return executor == null
        ? TrainingPlace.AUTO
        : TrainingPlace.find(executor)
            .orElseThrow(
                () ->
                    InvalidInputException.of(
                        "/executor", "must be one of " + String.join(", ", TrainingPlace.codes())));
  }
}
