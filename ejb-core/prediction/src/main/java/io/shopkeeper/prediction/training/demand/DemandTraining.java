package io.shopkeeper.prediction.training.demand;

import io.shopkeeper.ml.family.DemandAlgorithms;
import io.shopkeeper.platform.boundary.AlgorithmForms;
import io.shopkeeper.platform.boundary.AlgorithmOffer;
import io.shopkeeper.platform.boundary.ModelTrainingJob;
import io.shopkeeper.prediction.boundary.ShopModels;
import io.shopkeeper.prediction.model.ForecastModel;
import java.util.Map;

/**
 * How the model {@code demand-forecast} is trained: from what was sold of each product week by
 * week. It foretells the last horizons from what was before each, is measured on these beside the
 * seasonal naive forecast and the version that serves, and then learns from all.
 */
final class DemandTraining {

  /** What is held out: the last horizons, each foretold from what was before it. */
  static final String SPLIT = "rolling-origin";

  /** The same, and all other families beside it, as they usually are. */
  static final String RIVALS = "rivals";

  /** Up to so many weeks of products any algorithm is done in seconds. */
  private static final long SMALL = 10_000;

  static final AlgorithmOffer OFFER =
      new AlgorithmOffer(
          DemandAlgorithms.all(),
          new AlgorithmForms(Map.of(), Map.of()),
          AlgorithmOffer.Measuring.oneOf(SPLIT, RIVALS));

  /** What is trained. */
  static final ModelTrainingJob.Subject SUBJECT =
      new ModelTrainingJob.Subject(
          ShopModels.DEMAND_FORECAST, ForecastModel.FORMAT, DemandTrainer.class, SMALL, OFFER);

  private DemandTraining() {}
}
