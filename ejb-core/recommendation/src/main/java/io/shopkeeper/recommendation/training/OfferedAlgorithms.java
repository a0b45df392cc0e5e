package io.shopkeeper.recommendation.training;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.family.RankingAlgorithms;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.platform.boundary.AlgorithmForm;
import io.shopkeeper.platform.boundary.AlgorithmForms;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.TrainingRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The algorithms that rank, as the shop offers them. Its events do not all weigh the same, so that
 * where an algorithm asks what several of them count, it is the logarithm of their weights.
 */
public final class OfferedAlgorithms {

  private static final AlgorithmForms FORMS =
      new AlgorithmForms(Map.of("values", "logarithm"), Map.of(Lesson.POPULARITY, "trending"));

  private OfferedAlgorithms() {}

  /** Their names, the usual one first. */
  public static List<String> names() {
    return RankingAlgorithms.all().stream().map(RankingAlgorithm::name).toList();
  }

  /** What can be chosen of each. */
  public static List<AlgorithmForm> forms(Locale locale) {
    return RankingAlgorithms.all().stream()
        .map(algorithm -> FORMS.form(algorithm, locale))
        .toList();
  }

  /**
   * The request with everything that it leaves open.
   *
   * @throws InvalidInputException with every fault
   */
  public static TrainingRequest complete(TrainingRequest request) {
    String name = request.algorithm() == null ? names().getFirst() : request.algorithm();
    RankingAlgorithm<?> algorithm =
        RankingAlgorithms.find(name)
            .orElseThrow(
                () ->
                    InvalidInputException.of(
                        "/algorithm", "must be one of " + String.join(", ", names())));
    Map<String, String> options = FORMS.complete(algorithm, request.preset(), request.options());
    if (request.tuning() != null) {
      FORMS.check(algorithm, options, request.tuning());
    }
    return new TrainingRequest(
        name,
        request.preset(),
        options,
        request.seedOrUsual(),
        request.place().code(),
        evaluation(request),
        request.tuning());
  }

  private static String evaluation(TrainingRequest request) {
    Evaluation evaluation;
    try {
      evaluation = Evaluation.of(request.evaluation());
    } catch (WrongOptionException wrong) {
      throw InvalidInputException.of("/" + wrong.option(), wrong.problem());
    }
    if (request.tuning() != null && !evaluation.byTime()) {
      throw InvalidInputException.of(
          "/evaluation",
          "must be by time where options are looked for: other folds hold what the search has seen");
    }
    return evaluation.split().text();
  }
}
