package io.shopkeeper.prediction.training.demand;

import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.catalog.boundary.Sales;
import io.shopkeeper.platform.boundary.CardTexts;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.ModelDescription;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelTrainingJob;
import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.platform.boundary.TrainingExecutors;
import io.shopkeeper.prediction.boundary.ShopModels;
import io.shopkeeper.prediction.model.ForecastModel;
import io.shopkeeper.prediction.training.PredictionGate;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Lets the shop learn what it will sell, and goes on with what a crash interrupted. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemandStartup {

  private static final String CARD = "io.shopkeeper.prediction.training.demand.card";

  @Inject private Jobs jobs;
  @Inject private Sales sales;
  @Inject private Products products;
  @Inject private TrainingExecutors executors;
  @Inject private ModelRegistry registry;
  @Inject private Settings settings;
  @Inject private Clock clock;

  @PostConstruct
  void begin() {
    registry.describe(
        new ModelDescription(
            ShopModels.DEMAND_FORECAST,
            CardTexts.of(CARD, DemandStartup.class.getClassLoader()),
            ForecastModel::read));
    jobs.register(
        new ModelTrainingJob(
            DemandTraining.SUBJECT,
            new DemandSnapshot(sales, products),
            new ModelTrainingJob.Means(
                executors,
                registry,
                () -> PredictionGate.policy(settings, PredictionGate.DEMAND),
                clock)));
  }
}
