package io.shopkeeper.recommendation.serving;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.features.InteractionWeights;
import io.shopkeeper.recommendation.pipeline.Taste;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a visitor did last, read from the events themselves, so that the newest always counts. */
@Dependent
public class VisitorHistory {

  private static final int EVENTS = 300;
  private static final float SAME_SESSION = 2;
  private static final long DAY = 86_400_000L;

  @Inject private BehaviourEvents events;
  @Inject private Clock clock;

  /** Reads it. */
  public Taste of(RecommendationRequest request) {
    List<BehaviourEvent> recent =
        request.customerId() == null && request.visitorId() == null
            ? List.of()
            : events.recentOf(request.customerId(), request.visitorId(), EVENTS);
    List<Taste.Like> likes = new ArrayList<>();
    Map<String, EventType> signals = new LinkedHashMap<>();
    Map<String, Long> consumed = new LinkedHashMap<>();
    Map<String, Long> cart = new LinkedHashMap<>();
    Set<String> lastPurchase = new LinkedHashSet<>();
    long lastBought = Long.MIN_VALUE;
    if (request.productId() != null) {
      likes.add(new Taste.Like(request.productId(), 1, clock.millis(), true));
      signals.put(request.productId(), EventType.VIEW);
    }
    for (BehaviourEvent event : recent) {
      if (event.productId() == null) {
        continue;
      }
      long time = event.time().toEpochMilli();
      if (InteractionWeights.consumes(event)) {
        consumed.merge(event.productId(), time, Math::max);
      } else if (event.type() == EventType.CART) {
        cart.merge(event.productId(), time, Math::max);
      }
      if (event.type() == EventType.PURCHASE) {
        lastBought = Math.max(lastBought, time);
        if (lastBought - time < DAY) {
          lastPurchase.add(event.productId());
        }
      }
      float weight = InteractionWeights.of(event);
      if (weight > 0) {
        boolean here = event.sessionId() != null && event.sessionId().equals(request.sessionId());
        float value = here ? SAME_SESSION * weight : weight;
        likes.add(new Taste.Like(event.productId(), value, time, here));
        signals.merge(event.productId(), event.type(), VisitorHistory::stronger);
      }
    }
    cart.keySet().removeAll(consumed.keySet());
    Collections.reverse(likes);
    return new Taste(likes, signals, consumed, cart, lastPurchase);
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
      case SEARCH, RETURN, MESSAGE -> 0;
    };
  }
}
