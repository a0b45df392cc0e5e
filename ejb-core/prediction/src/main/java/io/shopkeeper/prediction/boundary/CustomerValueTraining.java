package io.shopkeeper.prediction.boundary;

import io.shopkeeper.platform.boundary.AlgorithmForm;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.Trainable;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.prediction.training.value.OfferedValues;
import io.shopkeeper.prediction.training.value.ValueJob;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Training of the model {@value #MODEL}, which says what customers are worth. */
@Stateless
@LocalBean
@Local(Trainable.class)
public class CustomerValueTraining implements Trainable {

  /** The model's name in the registry. */
  public static final String MODEL = "customer-value";

  @Inject private Jobs jobs;

  @Override
  public List<String> models() {
    return List.of(MODEL);
  }

  /**
   * Starts a training as a job. It reads the orders of customers who allow it, learns from all but
   * the last horizon, measures on that beside the rate so far, learns from all and registers a
   * version. It fails with a sentence where there are too few.
   */
  @Override
  public JobView train(String model, TrainingRequest request, String by) {
    TrainingRequest whole = OfferedValues.complete(request);
    return jobs.submit(ValueJob.KIND, MODEL + ": " + whole.algorithm(), whole.parameters(), by);
  }

  @Override
  public List<String> algorithms(String model) {
    return OfferedValues.names();
  }

  @Override
  public List<String> evaluations(String model) {
    return List.of();
  }

  @Override
  public List<AlgorithmForm> forms(String model, Locale locale) {
    return OfferedValues.forms(locale);
  }
}
