package io.shopkeeper.recommendation.training.ranking;

import io.shopkeeper.ml.linear.LogisticRegression;
import io.shopkeeper.ml.neural.table.MultilayerPerceptron;
import io.shopkeeper.ml.tree.GradientBoosting;
import io.shopkeeper.ml.tree.RandomForest;
import io.shopkeeper.platform.boundary.AlgorithmForms;
import io.shopkeeper.platform.boundary.AlgorithmOffer;
import io.shopkeeper.platform.boundary.ModelTrainingJob;
import io.shopkeeper.recommendation.boundary.RecommendationModels;
import io.shopkeeper.recommendation.model.PurchaseModel;
import java.util.List;
import java.util.Map;

/**
 * How the model {@code purchase-ranking} is trained: from what was shown with its features, and
 * what followed. It learns from the older four fifths and is measured on the rest beside the live
 * version, or else the order of the blend. The quality gate judges by the NDCG of the first ten;
 * the settings that say which versions of {@code recommendation} go live hold here, too.
 */
final class RankingTraining {

  /** Up to so many products that were shown any algorithm is done in seconds. */
  private static final long SMALL = 20_000;

  /**
   * Logistic regression comes first: it needs few purchases, and ranking a hundred candidates with
   * it takes microseconds. Its probabilities are left as they are: a correction in steps would make
   * many of them equal, and equal ones are not ranked. A perceptron ranks, but cannot say why.
   */
  static final AlgorithmOffer OFFER =
      new AlgorithmOffer(
          List.of(
              new LogisticRegression(),
              new GradientBoosting(),
              new RandomForest(),
              new MultilayerPerceptron()),
          new AlgorithmForms(Map.of(), Map.of(new LogisticRegression().name(), "plain")),
          AlgorithmOffer.Measuring.only(RankingTrainer.SPLIT));

  /** What is trained. */
  static final ModelTrainingJob.Subject SUBJECT =
      new ModelTrainingJob.Subject(
          RecommendationModels.PURCHASE_RANKING,
          PurchaseModel.FORMAT,
          RankingTrainer.class,
          SMALL,
          OFFER);

  private RankingTraining() {}
}
