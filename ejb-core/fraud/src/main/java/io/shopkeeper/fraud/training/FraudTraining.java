package io.shopkeeper.fraud.training;

import io.shopkeeper.fraud.boundary.FraudModels;
import io.shopkeeper.fraud.model.FraudModel;
import io.shopkeeper.ml.linear.LogisticRegression;
import io.shopkeeper.ml.tree.GradientBoosting;
import io.shopkeeper.platform.boundary.AlgorithmForms;
import io.shopkeeper.platform.boundary.AlgorithmOffer;
import io.shopkeeper.platform.boundary.ModelTrainingJob;
import java.util.List;
import java.util.Map;

/**
 * How the model {@code fraud} is trained: from payments of which it is known whether they were
 * fraud. It learns from the older four fifths and is measured on the rest beside the live version.
 */
final class FraudTraining {

  /** Up to so many payments any algorithm is done in seconds. */
  private static final long SMALL = 10_000;

  /**
   * Both say what each feature adds to the log-odds. Their probabilities are corrected by Platt's
   * curve: thresholds are chosen by them, and frauds are too few for steps.
   */
  static final AlgorithmOffer OFFER =
      new AlgorithmOffer(
          List.of(new GradientBoosting(), new LogisticRegression()),
          new AlgorithmForms(
              Map.of("calibration", "platt"), Map.of(new LogisticRegression().name(), "plain")),
          AlgorithmOffer.Measuring.only(FraudTrainer.SPLIT));

  /** What is trained. */
  static final ModelTrainingJob.Subject SUBJECT =
      new ModelTrainingJob.Subject(
          FraudModels.FRAUD, FraudModel.FORMAT, FraudTrainer.class, SMALL, OFFER);

  private FraudTraining() {}
}
