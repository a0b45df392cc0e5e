package io.shopkeeper.recommendation.training;

import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.ImportLineage;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.catalog.boundary.person.Histories;
import io.shopkeeper.platform.boundary.CardTexts;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.ModelDescription;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelTrainingJob;
import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.platform.boundary.TrainingExecutors;
import io.shopkeeper.recommendation.boundary.RecommendationModels;
import io.shopkeeper.recommendation.model.RecommendationModel;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Lets the shop train, and goes on with a training that a crash interrupted. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TrainingStartup {

  private static final String CARD = "io.shopkeeper.recommendation.training.card";

  @Inject private Jobs jobs;
  @Inject private BehaviourEvents events;
  @Inject private ModelRegistry registry;
  @Inject private Products products;
  @Inject private Histories persons;
  @Inject private ImportLineage lineage;
  @Inject private TrainingExecutors executors;
  @Inject private Settings settings;
  @Inject private Clock clock;

  @PostConstruct
  void begin() {
    registry.describe(
        new ModelDescription(
            RecommendationModels.RECOMMENDATION,
            CardTexts.of(CARD, TrainingStartup.class.getClassLoader()),
            RecommendationModel::read));
    settings.offer(Adaptation.GATE.promotion(), Adaptation.GUARD, Adaptation.GATE.tolerance());
    jobs.register(
        new ModelTrainingJob(
            RecommendationTraining.SUBJECT,
            new ShopSnapshot(events, products, persons, lineage),
            new ModelTrainingJob.Means(
                executors,
                registry,
                () -> Adaptation.GATE.policy(settings, settings.text(Adaptation.GUARD)),
                clock)));
  }
}
