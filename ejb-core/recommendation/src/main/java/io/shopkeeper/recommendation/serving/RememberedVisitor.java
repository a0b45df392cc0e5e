package io.shopkeeper.recommendation.serving;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.person.Freshness;
import io.shopkeeper.catalog.boundary.person.History;
import io.shopkeeper.recommendation.features.InteractionWeights;
import io.shopkeeper.recommendation.pipeline.Taste;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What an answer has to know of a visitor, in little room. Immutable and safe for use by several
 * threads.
 *
 * @param acts what speaks for a product, the oldest first
 * @param likes the same for whoever asks outside of a session
 * @param signals by which act each product got its weight
 * @param owned when each product was bought or rated last
 * @param cart what lies in the cart, and since when, in milliseconds since 1970
 * @param lastPurchase what was bought within a day of the last purchase
 * @param allowed whether the visitor allows personal use
 * @param freshness until when that holds
 */
record RememberedVisitor(
    List<Act> acts,
    List<Taste.Like> likes,
    Map<String, EventType> signals,
    Map<String, Instant> owned,
    Map<String, Long> cart,
    Set<String> lastPurchase,
    boolean allowed,
    Freshness freshness) {

  private static final float SAME_SESSION = 2;
  private static final long DAY = 86_400_000L;

  /** Something that was done with a product. */
  record Act(String productId, EventType type, float weight, long time, String sessionId) {}

  /**
   * Of what was read.
   *
   * @param shared an equal id that is in memory anyway
   */
  static RememberedVisitor of(History history, UnaryOperator<String> shared) {
    List<Act> acts = new ArrayList<>();
    for (BehaviourEvent event : history.events().reversed()) {
      float weight = event.productId() == null ? 0 : InteractionWeights.of(event);
      if (weight > 0) {
        acts.add(
            new Act(
                shared.apply(event.productId()),
                event.type(),
                weight,
                event.time().toEpochMilli(),
                event.sessionId()));
      }
    }
    return new RememberedVisitor(
        List.copyOf(acts),
        likes(acts, null),
        signals(acts),
        history.belongings().owned(),
        millis(history.belongings().cart()),
        Set.copyOf(lastPurchase(history.events())),
        history.allowed(),
        history.freshness());
  }

  /** How much of the memory it takes, in acts. */
  int weight() {
    return acts.size() + owned.size() + cart.size() + 4;
  }

  /**
   * What it likes, as asked from a session: what was done in it counts more.
   *
   * @param session null for none
   */
  List<Taste.Like> likes(String session) {
    boolean here = false;
    for (Act act : acts) {
      here |= act.sessionId() != null && act.sessionId().equals(session);
    }
    return here ? likes(acts, session) : likes;
  }

  private static List<Taste.Like> likes(List<Act> acts, String session) {
    List<Taste.Like> likes = new ArrayList<>(acts.size());
    for (Act act : acts) {
      boolean here = act.sessionId() != null && act.sessionId().equals(session);
      float value = here ? SAME_SESSION * act.weight() : act.weight();
      likes.add(new Taste.Like(act.productId(), value, act.time(), here));
    }
    return List.copyOf(likes);
  }

  private static Map<String, EventType> signals(List<Act> acts) {
    Map<String, EventType> signals = new LinkedHashMap<>();
    acts.forEach(act -> signals.merge(act.productId(), act.type(), RememberedVisitor::stronger));
    return Map.copyOf(signals);
  }

  private static Map<String, Long> millis(Map<String, Instant> times) {
    Map<String, Long> millis = new LinkedHashMap<>();
    times.forEach((product, at) -> millis.put(product, at.toEpochMilli()));
    return Map.copyOf(millis);
  }

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
