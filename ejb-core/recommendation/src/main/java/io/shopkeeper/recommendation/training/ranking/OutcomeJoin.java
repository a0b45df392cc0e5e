package io.shopkeeper.recommendation.training.ranking;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What followed from what was shown. Lists are to be asked of from the newest to the oldest: an act
 * follows from the last list before it that has the product, and so counts once. For one thread.
 */
final class OutcomeJoin {

  private static final long FOREVER = Long.MAX_VALUE;

  private final long window;
  private final Map<String, Integer> numbers = new HashMap<>();

  /** By unit and product, when it was shown next. */
  private final Map<Long, Long> next = new HashMap<>();

  /**
   * Within a window.
   *
   * @param window milliseconds after a list that an act counts; 0 for any time after it
   */
  OutcomeJoin(long window) {
    this.window = window;
  }

  /**
   * What followed for each product of a list.
   *
   * @param acts of the unit, in any order; others than those of {@link FollowUp} do not count
   */
  List<FollowUp> of(ShownList shown, Collection<BehaviourEvent> acts) {
    Map<String, List<BehaviourEvent>> byProduct = new HashMap<>();
    for (BehaviourEvent act : acts) {
      if (act.productId() != null) {
        byProduct.computeIfAbsent(act.productId(), added -> new ArrayList<>()).add(act);
      }
    }
    List<FollowUp> found = new ArrayList<>();
    long until = window == 0 ? FOREVER : shown.at() + window;
    for (String product : shown.products()) {
      Long again = next.put(key(shown.unit(), product), shown.at());
      long end = again == null ? until : Math.min(until, again);
      found.add(within(byProduct.getOrDefault(product, List.of()), shown.at(), end));
    }
    return found;
  }

  private static FollowUp within(List<BehaviourEvent> acts, long from, long end) {
    FollowUp strongest = FollowUp.NOTHING;
    for (BehaviourEvent act : acts) {
      long at = act.time().toEpochMilli();
      if (at >= from && at < end) {
        strongest = strongest.or(of(act.type()));
      }
    }
    return strongest;
  }

  private static FollowUp of(EventType type) {
    return switch (type) {
      case CLICK -> FollowUp.CLICK;
      case CART -> FollowUp.CART;
      case PURCHASE -> FollowUp.PURCHASE;
      case VIEW, SEARCH, FAVOURITE, REMOVE_FROM_CART, RATING, RETURN, MESSAGE -> FollowUp.NOTHING;
    };
  }

  private Long key(String unit, String product) {
    return ((long) number("u" + unit) << 32) | number("p" + product);
  }

  private int number(String text) {
    return numbers.computeIfAbsent(text, added -> numbers.size());
  }
}
