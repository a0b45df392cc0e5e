package io.shopkeeper.recommendation.estimate;

import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.recommendation.boundary.RecommendationModels;
import io.shopkeeper.recommendation.experiment.ImpressionLog;
import io.shopkeeper.recommendation.serving.Answers;
import io.shopkeeper.recommendation.serving.ServingState;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Lets the shop ask what a recipe would have brought. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EstimateStartup {

  @Inject private Jobs jobs;
  @Inject private ImpressionLog log;
  @Inject private EstimatePages pages;
  @Inject private BehaviourEvents events;
  @Inject private Answers answers;
  @Inject private ServingState state;
  @Inject private ModelRegistry registry;
  @Inject private Clock clock;

  @PostConstruct
  void begin() {
    jobs.register(
        new EstimateJob(log, pages, events, answers, state.recipes(), this::trained, clock));
  }

  private Optional<Instant> trained() {
    return registry
        .live(RecommendationModels.RECOMMENDATION)
        .flatMap(live -> Optional.ofNullable(live.data().to()));
  }
}
