package io.shopkeeper.recommendation.training;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.family.RankingAlgorithms;
import io.shopkeeper.platform.boundary.AlgorithmForms;
import io.shopkeeper.platform.boundary.AlgorithmOffer;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.ModelTrainingJob;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.recommendation.boundary.RecommendationModels;
import io.shopkeeper.recommendation.model.RecommendationModel;
import java.util.List;
import java.util.Map;

/**
 * How the model {@code recommendation} is trained: from the shop's events, evaluated on the last
 * fifth of them. The quality gate compares a candidate with the live version on the same held-out
 * users; the setting {@code recommendation.promotion} says which go live by themselves.
 */
public final class RecommendationTraining {

  /** Up to so many interactions any algorithm is done in seconds. */
  private static final long SMALL = 5_000;

  /**
   * The shop's events do not all weigh the same, so that where an algorithm asks what several of
   * them count, it is the logarithm of their weights.
   */
  public static final AlgorithmOffer OFFER =
      new AlgorithmOffer(
          RankingAlgorithms.all(),
          new AlgorithmForms(Map.of("values", "logarithm"), Map.of(Lesson.POPULARITY, "trending")),
          new AlgorithmOffer.Measuring(
              List.of("time:0.2", "kfold:5"), RecommendationTraining::evaluation));

  /** What is trained. */
  static final ModelTrainingJob.Subject SUBJECT =
      new ModelTrainingJob.Subject(
          RecommendationModels.RECOMMENDATION,
          RecommendationModel.FORMAT,
          RecommendationTrainer.class,
          SMALL,
          OFFER);

  private RecommendationTraining() {}

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
