package io.shopkeeper.recommendation.serving;

import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.entity.Dealing;
import io.shopkeeper.recommendation.entity.ImpressionEntry;
import io.shopkeeper.recommendation.experiment.ImpressionLog;
import io.shopkeeper.recommendation.experiment.WaitingImpressions;
import io.shopkeeper.recommendation.pipeline.Chances;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Logs what was shown to whom. */
@Dependent
public class Impressions {

  @Inject private ImpressionLog log;
  @Inject private Clock clock;

  private WaitingImpressions waiting;

  @PostConstruct
  void begin() {
    waiting = log.waiting();
  }

  /** As whom an asking visitor is counted; empty for who says nothing. */
  static Optional<String> unit(RecommendationRequest request) {
    if (request.visitorId() != null && !request.visitorId().isBlank()) {
      return Optional.of("v:" + request.visitorId());
    }
    return Optional.ofNullable(request.customerId())
        .filter(customer -> !customer.isBlank())
        .map(customer -> "c:" + customer);
  }

  /**
   * Logs an answer, unless it is empty or nobody knows to whom it goes.
   *
   * @param features what ranking knew of the products, packed; may be null
   */
  void log(RecommendationRequest request, KeptAnswers.Kept given, byte[] features) {
    if (given.products().isEmpty()) {
      return;
    }
    Choice choice = given.circumstances().choice();
    unit(request)
        .ifPresent(
            unit ->
                waiting.add(
                    new ImpressionEntry(
                            choice.experiment(),
                            choice.arm(),
                            unit,
                            request.placement(),
                            choice.ready().version(),
                            choice.propensity(),
                            given.products(),
                            clock.millis(),
                            given.dealing())
                        .with(features)));
  }

  /** How an answer was dealt; null where nothing was left to chance. */
  static Dealing dealing(Chances chances, RecommendationRequest request) {
    return chances.propensities().isEmpty()
        ? null
        : Dealing.of(
            chances.propensities(),
            chances.spare(),
            request.sessionId(),
            request.productId(),
            request.categoryPath());
  }
}
