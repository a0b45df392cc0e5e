package io.shopkeeper.recommendation.serving;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.features.InteractionWeights;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a visitor did last, read from the events themselves, so that the newest always counts. */
@Dependent
public class VisitorHistory {

  private static final int EVENTS = 300;
  private static final float SAME_SESSION = 2;

  @Inject private BehaviourEvents events;
  @Inject private Clock clock;

  /**
   * A visitor's taste.
   *
   * @param likes what spoke for a product, the oldest first; a product may come several times
   * @param signals by which act each product got its weight
   * @param consumed what was bought or rated
   * @param cart what was put into the cart and not bought
   */
  public record Taste(
      List<Like> likes, Map<String, EventType> signals, Set<String> consumed, Set<String> cart) {}

  /**
   * Something that speaks for a product.
   *
   * @param value how much, as in training; more where it happened in this session
   * @param time in milliseconds since 1970
   */
  public record Like(String productId, float value, long time) {}

  /** Reads it. */
  public Taste of(RecommendationRequest request) {
    List<BehaviourEvent> recent =
        request.customerId() == null && request.visitorId() == null
            ? List.of()
            : events.recentOf(request.customerId(), request.visitorId(), EVENTS);
    List<Like> likes = new ArrayList<>();
    Map<String, EventType> signals = new LinkedHashMap<>();
    Set<String> consumed = new HashSet<>();
    Set<String> cart = new HashSet<>();
    if (request.productId() != null) {
      likes.add(new Like(request.productId(), 1, clock.millis()));
      signals.put(request.productId(), EventType.VIEW);
    }
    for (BehaviourEvent event : recent) {
      float weight = InteractionWeights.of(event);
      if (event.productId() == null) {
        continue;
      }
      if (InteractionWeights.consumes(event)) {
        consumed.add(event.productId());
      } else if (event.type() == EventType.CART) {
        cart.add(event.productId());
      }
      if (weight > 0) {
        boolean here = event.sessionId() != null && event.sessionId().equals(request.sessionId());
        likes.add(
            new Like(
                event.productId(),
                here ? SAME_SESSION * weight : weight,
                event.time().toEpochMilli()));
        signals.merge(event.productId(), event.type(), VisitorHistory::stronger);
      }
    }
    cart.removeAll(consumed);
    Collections.reverse(likes);
    return new Taste(likes, signals, consumed, cart);
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
