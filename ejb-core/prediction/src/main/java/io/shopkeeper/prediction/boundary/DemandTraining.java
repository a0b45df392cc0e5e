package io.shopkeeper.prediction.boundary;

import io.shopkeeper.platform.boundary.AlgorithmForm;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.Trainable;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.prediction.training.demand.DemandJob;
import io.shopkeeper.prediction.training.demand.OfferedDemands;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Training of the model {@value #MODEL}, which foretells what will be sold. */
@Stateless
@LocalBean
@Local(Trainable.class)
public class DemandTraining implements Trainable {

  /** The model's name in the registry. */
  public static final String MODEL = "demand-forecast";

  @Inject private Jobs jobs;

  @Override
  public List<String> models() {
    return List.of(MODEL);
  }

  /**
   * Starts a training as a job. It adds up what was sold of each product week by week, learns from
   * all but the last horizon, measures on that beside the seasonal naive forecast, learns from all
   * and registers a version. It fails with a sentence where there are too few weeks.
   */
  @Override
  public JobView train(String model, TrainingRequest request, String by) {
    TrainingRequest whole = OfferedDemands.complete(request);
    return jobs.submit(DemandJob.KIND, MODEL + ": " + whole.algorithm(), whole.parameters(), by);
  }

  @Override
  public List<String> algorithms(String model) {
    return OfferedDemands.names();
  }

  @Override
  public List<String> evaluations(String model) {
    return List.of();
  }

  @Override
  public List<AlgorithmForm> forms(String model, Locale locale) {
    return OfferedDemands.forms(locale);
  }
}
