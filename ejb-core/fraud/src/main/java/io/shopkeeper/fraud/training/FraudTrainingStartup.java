package io.shopkeeper.fraud.training;

import io.shopkeeper.catalog.boundary.Transactions;
import io.shopkeeper.fraud.boundary.FraudModels;
import io.shopkeeper.fraud.decision.DecisionLedger;
import io.shopkeeper.fraud.model.FraudModel;
import io.shopkeeper.platform.boundary.CardTexts;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.ModelDescription;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelTrainingJob;
import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.platform.boundary.TrainingExecutors;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Lets the shop learn what fraud looks like, and goes on with what a crash interrupted. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FraudTrainingStartup {

  private static final String CARD = "io.shopkeeper.fraud.training.card";

  @Inject private Jobs jobs;
  @Inject private Transactions transactions;
  @Inject private DecisionLedger ledger;
  @Inject private TrainingExecutors executors;
  @Inject private ModelRegistry registry;
  @Inject private Settings settings;
  @Inject private Clock clock;

  @PostConstruct
  void begin() {
    registry.describe(
        new ModelDescription(
            FraudModels.FRAUD,
            CardTexts.of(CARD, FraudTrainingStartup.class.getClassLoader()),
            FraudModel::read));
    FraudSettings.offer(settings);
    jobs.register(
        new ModelTrainingJob(
            FraudTraining.SUBJECT,
            new FraudSnapshot(transactions, ledger, () -> FraudSettings.patience(settings)),
            new ModelTrainingJob.Means(
                executors,
                registry,
                () -> FraudSettings.GATE.policy(settings, FraudFigures.GUARD),
                clock)));
  }
}
