package io.shopkeeper.recommendation.serving;

import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.ProductActivity;
import io.shopkeeper.recommendation.pipeline.Liked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is liked these weeks, without a model: events of the last four weeks, each counting half
 * after each week. Counted again once a minute at most. Safe for several threads.
 */
public final class Trends {

  private static final int DAYS = 28;
  private static final double HALF_LIFE_DAYS = 7;
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final BehaviourEvents events;
  private final Clock clock;
  private final Executor executor;
  private final ReentrantLock first = new ReentrantLock();
  private final AtomicBoolean counting = new AtomicBoolean();
  private volatile Counted counted = new Counted(Instant.EPOCH, List.of(), Map.of());

  /**
   * Nothing is counted yet.
   *
   * @param executor counts while those of before are shown
   */
  Trends(BehaviourEvents events, Clock clock, Executor executor) {
    this.events = events;
    this.clock = clock;
    this.executor = executor;
  }

  private record Counted(Instant at, List<Liked> ranked, Map<String, Double> scores) {

    static Counted of(Instant at, List<Liked> ranked) {
      Map<String, Double> scores = HashMap.newHashMap(ranked.size());
      ranked.forEach(liked -> scores.put(liked.productId(), liked.score()));
      return new Counted(at, ranked, scores);
    }
  }

  /** All products of the last weeks, the most liked first. */
  public List<Liked> ranked() {
    return counted().ranked();
  }

  /** How much each is liked; those that nobody likes are missing. Not a copy. */
  public Map<String, Double> scores() {
    return counted().scores();
  }

  private Counted counted() {
    Counted known = counted;
    if (isStale(known)) {
      if (known.ranked().isEmpty()) {
        countFirst();
      } else if (counting.compareAndSet(false, true)) {
        countBeside();
      }
    }
    return counted;
  }

  private boolean isStale(Counted known) {
    return known.at().plus(FRESH).isBefore(clock.instant());
  }

  /** Who finds nothing yet has to wait. */
  private void countFirst() {
    first.lock();
    try {
      if (isStale(counted)) {
        count();
      }
    } finally {
      first.unlock();
    }
  }

  /** With many events it takes seconds: nobody waits for it who can be shown those of before. */
  private void countBeside() {
    try {
      executor.execute(
          () -> {
            try {
              count();
            } finally {
              counting.set(false);
            }
          });
    } catch (RejectedExecutionException busy) {
      counting.set(false);
    }
  }

  private void count() {
    Instant now = clock.instant();
    List<Liked> ranked = count(now);
    Counted before = counted;
    // The same list while it says the same: answers that were made of it stay right.
    counted =
        ranked.equals(before.ranked())
            ? new Counted(now, before.ranked(), before.scores())
            : Counted.of(now, ranked);
  }

  private List<Liked> count(Instant now) {
    long today = LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay();
    Map<String, Double> scores = new HashMap<>();
    for (ProductActivity activity : events.activity(DAYS)) {
      double age = Math.max(0, today - activity.day().toEpochDay());
      scores.merge(
          activity.productId(),
          weight(activity) * activity.count() * Math.pow(0.5, age / HALF_LIFE_DAYS),
          Double::sum);
    }
    return scores.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> new Liked(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingDouble(Liked::score).reversed().thenComparing(Liked::productId))
        .toList();
  }

  private static double weight(ProductActivity activity) {
    return switch (activity.type()) {
      case VIEW, CLICK -> 1;
      case FAVOURITE, RATING -> 2;
      case CART -> 3;
      case PURCHASE -> 5;
      case REMOVE_FROM_CART, SEARCH, RETURN, MESSAGE -> 0;
    };
  }
}
