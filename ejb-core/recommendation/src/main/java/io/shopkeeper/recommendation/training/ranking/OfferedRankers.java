package io.shopkeeper.recommendation.training.ranking;

import io.shopkeeper.ml.linear.LogisticRegression;
import io.shopkeeper.ml.neural.table.MultilayerPerceptron;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.tree.GradientBoosting;
import io.shopkeeper.ml.tree.RandomForest;
import io.shopkeeper.platform.boundary.AlgorithmForm;
import io.shopkeeper.platform.boundary.AlgorithmForms;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.TrainingRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The algorithms that rank by a probability, as the shop offers them. Logistic regression comes
 * first: it needs few purchases, and ranking a hundred candidates with it takes microseconds. Its
 * probabilities are left as they are: a correction in steps would make many of them equal, and
 * equal ones are not ranked. A perceptron ranks, but cannot say why.
 */
public final class OfferedRankers {

  private static final List<TableAlgorithm<?>> ALL =
      List.of(
          new LogisticRegression(),
          new GradientBoosting(),
          new RandomForest(),
          new MultilayerPerceptron());

  private static final AlgorithmForms FORMS =
      new AlgorithmForms(Map.of(), Map.of(new LogisticRegression().name(), "plain"));

  private OfferedRankers() {}

  /** Their names, the usual one first. */
  public static List<String> names() {
    return ALL.stream().<String>map(TableAlgorithm::name).toList();
  }

  /** What can be chosen of each. */
  public static List<AlgorithmForm> forms(Locale locale) {
    return ALL.stream().map(algorithm -> FORMS.form(algorithm, locale)).toList();
  }

  /**
   * The request with everything that it leaves open.
   *
   * @throws InvalidInputException with every fault
   */
  public static TrainingRequest complete(TrainingRequest request) {
    String name = request.algorithm() == null ? names().getFirst() : request.algorithm();
    TableAlgorithm<?> algorithm =
        ALL.stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    InvalidInputException.of(
                        "/algorithm", "must be one of " + String.join(", ", names())));
    Map<String, String> options = FORMS.complete(algorithm, request.preset(), request.options());
    if (request.tuning() != null) {
      FORMS.check(algorithm, options, request.tuning());
    }
    if (request.evaluation() != null && !request.evaluation().equals(RankingTrainer.SPLIT)) {
      throw InvalidInputException.of("/evaluation", "must be " + RankingTrainer.SPLIT);
    }
    return new TrainingRequest(
        name,
        request.preset(),
        options,
        request.seedOrUsual(),
        request.place().code(),
        RankingTrainer.SPLIT,
        request.tuning());
  }
}
