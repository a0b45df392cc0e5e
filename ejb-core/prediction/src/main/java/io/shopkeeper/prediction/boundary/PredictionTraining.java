package io.shopkeeper.prediction.boundary;

import io.shopkeeper.platform.boundary.AlgorithmForm;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Trainable;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.prediction.training.OfferedTables;
import io.shopkeeper.prediction.training.PredictionJob;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Training of models that predict a column: one model for each data set. */
@Stateless
@LocalBean
@Local(Trainable.class)
public class PredictionTraining implements Trainable {

  @Inject private DataSets sets;
  @Inject private Jobs jobs;

  @Override
  public List<String> models() {
    return sets.names().stream().map(DataSets::model).toList();
  }

  @Override
  public List<String> algorithms(String model) {
    return OfferedTables.of(set(model)).names();
  }

  @Override
  public List<AlgorithmForm> forms(String model, Locale locale) {
    return OfferedTables.of(set(model)).forms(locale);
  }

  @Override
  public List<String> evaluations(String model) {
    return OfferedTables.of(set(model)).evaluation().ways();
  }

  @Override
  public JobView train(String model, TrainingRequest request, String by) {
    DataSetView set = set(model);
    sets.requireTrainable(set);
    TrainingRequest whole = OfferedTables.of(set).complete(request);
    Map<String, String> parameters = new LinkedHashMap<>(whole.parameters());
    parameters.put(PredictionJob.DATA_SET, set.name());
    return jobs.submit(PredictionJob.KIND, model + ": " + whole.algorithm(), parameters, by);
  }

  private DataSetView set(String model) {
    return sets.ofModel(model).orElseThrow(() -> new NotFoundException("model to train", model));
  }
}
