package io.shopkeeper.recommendation.serving;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.person.Histories;
import io.shopkeeper.catalog.boundary.person.History;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.features.InteractionWeights;
import io.shopkeeper.recommendation.pipeline.Taste;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a visitor did last and has, read from the events themselves, so that the newest always
 * counts; nothing of whoever does not allow it.
 */
@Dependent
public class VisitorHistory {

  private static final int EVENTS = 300;
  private static final float SAME_SESSION = 2;
  private static final long DAY = 86_400_000L;

  @Inject private Histories histories;
  @Inject private Consumables consumables;
  @Inject private Clock clock;

  /**
   * What is known of a visitor.
   *
   * @param allowed whether the visitor allows personal use; if not, the taste is that of the page
   */
  record Known(Taste taste, boolean allowed) {}

  /** Reads it. */
  public Known of(RecommendationRequest request) {
    History history = histories.of(request.customerId(), request.visitorId(), EVENTS);
    List<Taste.Like> likes = new ArrayList<>();
    Map<String, EventType> signals = new LinkedHashMap<>();
    if (request.productId() != null) {
      likes.add(new Taste.Like(request.productId(), 1, clock.millis(), true));
      signals.put(request.productId(), EventType.VIEW);
    }
    for (BehaviourEvent event : history.events()) {
      float weight = event.productId() == null ? 0 : InteractionWeights.of(event);
      if (weight > 0) {
        boolean here = event.sessionId() != null && event.sessionId().equals(request.sessionId());
        float value = here ? SAME_SESSION * weight : weight;
        likes.add(new Taste.Like(event.productId(), value, event.time().toEpochMilli(), here));
        signals.merge(event.productId(), event.type(), VisitorHistory::stronger);
      }
    }
    Collections.reverse(likes);
    var taste =
        new Taste(
            likes,
            signals,
            millis(consumables.notYetNeeded(history.belongings().owned())),
            millis(history.belongings().cart()),
            lastPurchase(history.events()));
    return new Known(taste, history.allowed());
  }

  private static Map<String, Long> millis(Map<String, Instant> times) {
    Map<String, Long> millis = new LinkedHashMap<>();
    times.forEach((product, at) -> millis.put(product, at.toEpochMilli()));
    return millis;
  }

  /** What was bought within a day of the last purchase. */
  private static Set<String> lastPurchase(List<BehaviourEvent> newestFirst) {
    Set<String> bought = new LinkedHashSet<>();
    long last = Long.MIN_VALUE;
    for (BehaviourEvent event : newestFirst) {
      if (event.type() == EventType.PURCHASE && event.productId() != null) {
        long time = event.time().toEpochMilli();
        last = Math.max(last, time);
        if (last - time < DAY) {
          bought.add(event.productId());
        }
      }
    }
    return bought;
  }

  private static EventType stronger(EventType one, EventType other) {
    return rank(one) >= rank(other) ? one : other;
  }

  private static int rank(EventType type) {
    return switch (type) {
      case PURCHASE -> 5;
      case RATING -> 4;
      case CART -> 3;
      case FAVOURITE -> 2;
      case VIEW, CLICK -> 1;
      case REMOVE_FROM_CART, SEARCH, RETURN, MESSAGE -> 0;
    };
  }
}
