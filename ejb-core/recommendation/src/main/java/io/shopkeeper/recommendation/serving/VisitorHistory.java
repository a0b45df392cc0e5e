package io.shopkeeper.recommendation.serving;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.features.InteractionWeights;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a visitor did last, read from the events themselves, so that the newest always counts. */
@Dependent
public class VisitorHistory {

  private static final int EVENTS = 300;
  private static final double DECAY = 0.95;
  private static final float SAME_SESSION = 2;

  @Inject private BehaviourEvents events;

  /**
   * A visitor's taste.
   *
   * @param likes how much each product counts, the most recently met first
   * @param signals by which act each product got its weight
   * @param consumed what was bought or rated
   * @param cart what was put into the cart and not bought
   */
  public record Taste(
      Map<String, Float> likes,
      Map<String, EventType> signals,
      Set<String> consumed,
      Set<String> cart) {}

  /** Reads it. */
  public Taste of(RecommendationRequest request) {
    List<BehaviourEvent> recent =
        request.customerId() == null && request.visitorId() == null
            ? List.of()
            : events.recentOf(request.customerId(), request.visitorId(), EVENTS);
    Map<String, Float> likes = new LinkedHashMap<>();
    Map<String, EventType> signals = new LinkedHashMap<>();
    Set<String> consumed = new HashSet<>();
    Set<String> cart = new HashSet<>();
    if (request.productId() != null) {
      likes.put(request.productId(), 1f);
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
        likes.merge(event.productId(), here ? SAME_SESSION * weight : weight, Float::sum);
        signals.merge(event.productId(), event.type(), VisitorHistory::stronger);
      }
    }
    cart.removeAll(consumed);
    damp(likes);
    return new Taste(likes, signals, consumed, cart);
  }

  /** As in training a cell is ln(1 + weights); here what was met longer ago counts less, too. */
  private static void damp(Map<String, Float> likes) {
    double age = 1;
    for (Map.Entry<String, Float> like : likes.entrySet()) {
      like.setValue((float) (Math.log1p(like.getValue()) * age));
      age *= DECAY;
    }
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
