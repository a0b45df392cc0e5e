package io.shopkeeper.recommendation.boundary;

import io.shopkeeper.platform.boundary.AlgorithmForm;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.Trainable;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.recommendation.training.OfferedAlgorithms;
import io.shopkeeper.recommendation.training.TrainingJob;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Training of the model {@value #MODEL}. */
@Stateless
@LocalBean
@Local(Trainable.class)
public class RecommendationTraining implements Trainable {

  /** The model's name in the registry. */
  public static final String MODEL = "recommendation";

  @Inject private Jobs jobs;

  @Override
  public List<String> models() {
    return List.of(MODEL);
  }

  /**
   * Starts a training as a job. It reads the shop's events, evaluates on the last fifth of them,
   * trains on all and registers a version. The quality gate compares it with the live one on the
   * same held-out users; it goes live by itself if none is live, or where the setting {@code
   * recommendation.promotion} says so, unless the gate refuses it.
   */
  @Override
  public JobView train(String model, TrainingRequest request, String by) {
    TrainingRequest whole = OfferedAlgorithms.complete(request);
    return jobs.submit(TrainingJob.KIND, MODEL + ": " + whole.algorithm(), whole.parameters(), by);
  }

  @Override
  public List<String> algorithms(String model) {
    return OfferedAlgorithms.names();
  }

  @Override
  public List<String> evaluations(String model) {
    return List.of("time:0.2", "kfold:5");
  }

  @Override
  public List<AlgorithmForm> forms(String model, Locale locale) {
    return OfferedAlgorithms.forms(locale);
  }
}
