package io.shopkeeper.prediction.training;

import io.shopkeeper.ml.family.TableAlgorithms;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.platform.boundary.AlgorithmForms;
import io.shopkeeper.platform.boundary.AlgorithmOffer;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.prediction.boundary.DataSetView;
import io.shopkeeper.prediction.boundary.DataTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The algorithms that learn tables, as a data set offers them. */
public final class OfferedTables {

  private static final AlgorithmForms FORMS = new AlgorithmForms(Map.of(), Map.of());

  private OfferedTables() {}

  private static List<TableAlgorithm<?>> suiting(DataSetView set) {
    TableAlgorithm.Task task = TableAlgorithm.Task.valueOf(set.task().name());
    return TableAlgorithms.all().stream()
        .filter(algorithm -> algorithm.tasks().contains(task))
        .toList();
  }

  /** What can be chosen for a data set. */
  public static AlgorithmOffer of(DataSetView set) {
    return new AlgorithmOffer(
        suiting(set),
        FORMS,
        new AlgorithmOffer.Measuring(evaluations(set), request -> evaluation(set, request)));
  }

  /** How a model can be measured, the usual way first. */
  private static List<String> evaluations(DataSetView set) {
    boolean number = set.task() == DataTask.REGRESSION;
    List<String> ways = new ArrayList<>();
    if (set.roles().time() != null) {
      ways.add("time:0.2");
    }
    ways.add(number ? "random:0.2" : "stratified:0.2");
    ways.add(number ? "kfold:5" : "stratified-kfold:5");
    ways.add(PredictionEvaluation.NESTED);
    ways.add(PredictionEvaluation.LEARNING_CURVE);
    return List.copyOf(ways);
  }

  private static String evaluation(DataSetView set, TrainingRequest request) {
    List<String> known = evaluations(set);
    String wanted = request.evaluation() == null ? known.getFirst() : request.evaluation();
    if (!known.contains(wanted)) {
      throw InvalidInputException.of("/evaluation", "must be one of " + String.join(", ", known));
    }
    if (request.tuning() != null && wanted.contains("kfold")) {
      throw InvalidInputException.of(
          "/evaluation",
          "must be one part held out where options are looked for: other folds hold what the search"
              + " has seen. Nested cross-validation searches in each fold anew");
    }
    if (request.tuning() == null && wanted.equals(PredictionEvaluation.NESTED)) {
      throw InvalidInputException.of(
          "/evaluation",
          "must be another way where options are not looked for: nested cross-validation measures"
              + " a search");
    }
    return wanted;
  }
}
