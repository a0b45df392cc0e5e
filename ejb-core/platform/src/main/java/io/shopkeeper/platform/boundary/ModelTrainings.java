package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.jobs.JobRunner;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Training of the shop's own models: of all for which a {@link ModelTrainingJob} is registered. */
@Stateless
@LocalBean
@Local(Trainable.class)
public class ModelTrainings implements Trainable {

  @Inject private Jobs jobs;
  @Inject private JobRunner runner;

  @Override
  public List<String> models() {
    return all().stream().map(ModelTrainingJob::model).toList();
  }

  @Override
  public JobView train(String model, TrainingRequest request, String by) {
    ModelTrainingJob training = of(model);
    TrainingRequest whole = training.algorithms().complete(request);
    training
        .obstacle(whole)
        .ifPresent(
            obstacle -> {
              throw new ConflictException(obstacle);
            });
    return jobs.submit(training.kind(), model + ": " + whole.algorithm(), whole.parameters(), by);
  }

  @Override
  public Optional<String> obstacle(String model, TrainingRequest request) {
    ModelTrainingJob training = of(model);
    return training.obstacle(training.algorithms().complete(request));
  }

  @Override
  public List<String> algorithms(String model) {
    return of(model).algorithms().names();
  }

  @Override
  public List<String> evaluations(String model) {
    return of(model).algorithms().evaluation().ways();
  }

  @Override
  public List<AlgorithmForm> forms(String model, Locale locale) {
    return of(model).algorithms().forms(locale);
  }

  private List<ModelTrainingJob> all() {
    return runner.handlers(ModelTrainingJob.class);
  }

  private ModelTrainingJob of(String model) {
    return all().stream()
        .filter(one -> one.model().equals(model))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("model to train", model));
  }
}
