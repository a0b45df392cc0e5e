package io.shopkeeper.prediction.training.value;

import io.shopkeeper.catalog.boundary.Purchases;
import io.shopkeeper.catalog.boundary.person.Histories;
import io.shopkeeper.platform.boundary.CardTexts;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.ModelDescription;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelTrainingJob;
import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.platform.boundary.TrainingExecutors;
import io.shopkeeper.prediction.boundary.ShopModels;
import io.shopkeeper.prediction.model.ValueModel;
import io.shopkeeper.prediction.training.PredictionGate;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Lets the shop learn what customers are worth, and goes on with what a crash interrupted. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ValueStartup {

  private static final String CARD = "io.shopkeeper.prediction.training.value.card";

  @Inject private Jobs jobs;
  @Inject private Purchases purchases;
  @Inject private Histories persons;
  @Inject private TrainingExecutors executors;
  @Inject private ModelRegistry registry;
  @Inject private Settings settings;
  @Inject private Clock clock;

  @PostConstruct
  void begin() {
    registry.describe(
        new ModelDescription(
            ShopModels.CUSTOMER_VALUE,
            CardTexts.of(CARD, ValueStartup.class.getClassLoader()),
            ValueModel::read));
    jobs.register(
        new ModelTrainingJob(
            ValueTraining.SUBJECT,
            new ValueSnapshot(purchases, persons),
            new ModelTrainingJob.Means(
                executors,
                registry,
                () -> PredictionGate.policy(settings, PredictionGate.VALUE),
                clock)));
  }
}
