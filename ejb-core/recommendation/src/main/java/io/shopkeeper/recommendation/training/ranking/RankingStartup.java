package io.shopkeeper.recommendation.training.ranking;

import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.person.Histories;
import io.shopkeeper.catalog.boundary.person.Identities;
import io.shopkeeper.platform.boundary.CardTexts;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.ModelDescription;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelTrainingJob;
import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.platform.boundary.TrainingExecutors;
import io.shopkeeper.recommendation.boundary.RecommendationModels;
import io.shopkeeper.recommendation.experiment.ImpressionLog;
import io.shopkeeper.recommendation.model.PurchaseModel;
import io.shopkeeper.recommendation.training.Adaptation;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Lets the shop train its ranking, and goes on with a training that a crash interrupted. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RankingStartup {

  private static final String CARD = "io.shopkeeper.recommendation.training.ranking.card";

  @Inject private Jobs jobs;
  @Inject private ShownPages pages;
  @Inject private ImpressionLog log;
  @Inject private BehaviourEvents events;
  @Inject private Histories persons;
  @Inject private Identities identities;
  @Inject private ModelRegistry registry;
  @Inject private TrainingExecutors executors;
  @Inject private Settings settings;
  @Inject private Clock clock;

  @PostConstruct
  void begin() {
    registry.describe(
        new ModelDescription(
            RecommendationModels.PURCHASE_RANKING,
            CardTexts.of(CARD, RankingStartup.class.getClassLoader()),
            PurchaseModel::read));
    settings.offer(RankingSettings.GOAL, RankingSettings.WINDOW);
    jobs.register(
        new ModelTrainingJob(
            RankingTraining.SUBJECT,
            new RankingSnapshot(
                pages, events, persons, identities, log::flush, () -> RankingSettings.of(settings)),
            new ModelTrainingJob.Means(
                executors,
                registry,
                () -> Adaptation.GATE.policy(settings, RankingFigures.NDCG),
                clock)));
  }
}
