package io.shopkeeper.prediction.training.value;

import io.shopkeeper.ml.family.CustomerValueAlgorithms;
import io.shopkeeper.platform.boundary.AlgorithmForms;
import io.shopkeeper.platform.boundary.AlgorithmOffer;
import io.shopkeeper.platform.boundary.ModelTrainingJob;
import io.shopkeeper.prediction.boundary.ShopModels;
import io.shopkeeper.prediction.model.ValueModel;
import java.util.Map;

/**
 * How the model {@code customer-value} is trained: from the orders of customers who allow it. It
 * learns from all but the last horizon, is measured on that beside the rate so far, and then learns
 * from all.
 */
final class ValueTraining {

  /** What is held out: the last horizon. */
  static final String SPLIT = "last-horizon";

  /** The same, and all other families beside it, as they usually are. */
  static final String RIVALS = "rivals";

  /** Up to so many orders any algorithm is done in seconds. */
  private static final long SMALL = 50_000;

  static final AlgorithmOffer OFFER =
      new AlgorithmOffer(
          CustomerValueAlgorithms.all(),
          new AlgorithmForms(Map.of(), Map.of()),
          AlgorithmOffer.Measuring.oneOf(SPLIT, RIVALS));

  /** What is trained. */
  static final ModelTrainingJob.Subject SUBJECT =
      new ModelTrainingJob.Subject(
          ShopModels.CUSTOMER_VALUE, ValueModel.FORMAT, ValueTrainer.class, SMALL, OFFER);

  private ValueTraining() {}
}
