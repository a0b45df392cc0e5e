package io.shopkeeper.recommendation.boundary;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.Trainable;
import io.shopkeeper.recommendation.training.Algorithm;
import io.shopkeeper.recommendation.training.TrainingJob;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Training of the model {@value #MODEL}. */
@Stateless
@LocalBean
@Local(Trainable.class)
public class RecommendationTraining implements Trainable {

  /** The model's name in the registry. */
  public static final String MODEL = "recommendation";

  @Inject private Jobs jobs;

  @Override
  public String model() {
    return MODEL;
  }

  /**
   * Starts a training as a job. It reads the shop's events, evaluates on the last fifth of them,
   * trains on all and registers a version; that goes live by itself only if none is live.
   *
   * @param algorithm one of {@link #algorithms}; null for the default, the first
   * @throws InvalidInputException if there is no such algorithm
   */
  @Override
  public JobView train(String algorithm, String by) {
    Algorithm chosen =
        algorithm == null
            ? Algorithm.DEFAULT
            : Algorithm.find(algorithm)
                .orElseThrow(
                    () ->
                        InvalidInputException.of(
                            "/algorithm", "must be one of " + String.join(", ", algorithms())));
    return jobs.submit(
        TrainingJob.KIND, MODEL + ": " + chosen.code(), Map.of("algorithm", chosen.code()), by);
  }

  @Override
  public List<String> algorithms() {
    return Arrays.stream(Algorithm.values()).map(Algorithm::code).toList();
  }
}
