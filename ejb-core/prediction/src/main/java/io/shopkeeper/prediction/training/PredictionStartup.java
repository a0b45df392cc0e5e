package io.shopkeeper.prediction.training;

import io.shopkeeper.platform.boundary.CardTexts;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.ModelDescription;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.platform.boundary.TrainedVersions;
import io.shopkeeper.platform.boundary.TrainingExecutors;
import io.shopkeeper.prediction.boundary.DataSets;
import io.shopkeeper.prediction.model.PredictionModel;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Lets the shop train on data sets, and goes on with a training that a crash interrupted. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PredictionStartup {

  private static final String CARD = "io.shopkeeper.prediction.training.card";

  @Inject private Jobs jobs;
  @Inject private DataSets sets;
  @Inject private TrainingExecutors executors;
  @Inject private ModelRegistry registry;
  @Inject private Settings settings;
  @Inject private Clock clock;

  @PostConstruct
  void begin() {
    registry.describe(
        new ModelDescription(
            DataSets.MODELS,
            CardTexts.of(CARD, PredictionStartup.class.getClassLoader()),
            PredictionModel::read));
    PredictionGate.offer(settings);
    jobs.register(
        new PredictionJob(
            sets,
            executors,
            new TrainedVersions(registry, clock),
            set -> PredictionGate.policy(settings, set),
            clock));
  }
}
