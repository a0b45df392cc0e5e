package io.shopkeeper.recommendation.serving;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.shopkeeper.catalog.boundary.person.Histories;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.pipeline.Article;
import io.shopkeeper.recommendation.pipeline.Shelf;
import io.shopkeeper.recommendation.pipeline.Taste;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What a visitor did last and has; nothing of whoever does not allow it. It is read from the events
 * themselves and kept in memory until the visitor does something more, so that the newest always
 * counts, and whoever only looks around costs no query. At most an eighth of the memory is used;
 * who was away longest is forgotten first.
 */
@ApplicationScoped
public class VisitorHistory {

  private static final int EVENTS = 300;

  /** What an act takes, in bytes: a record, its like, its share of the maps. */
  private static final int ACT = 160;

  private static final int SHARE_OF_MEMORY = 8;
  private static final Duration AT_MOST = Duration.ofMinutes(10);

  @Inject private Histories histories;
  @Inject private Consumables consumables;
  @Inject private ServingState state;
  @Inject private Clock clock;

  private final Cache<Who, RememberedVisitor> remembered =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .expireAfterWrite(AT_MOST)
          .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / ACT)
          .weigher((Who who, RememberedVisitor visitor) -> visitor.weight())
          .build();

  /** By what a request names somebody; either may be null. */
  private record Who(String customerId, String visitorId) {}

  /**
   * What is known of a visitor.
   *
   * @param allowed whether the visitor allows personal use; if not, the taste is that of the page
   */
  record Known(Taste taste, boolean allowed) {}

  /** What an answer has to know of it now. */
  public Known known(RememberedVisitor visitor, RecommendationRequest request) {
    var taste =
        new Taste(
            visitor.likes(request.sessionId()),
            visitor.signals(),
            millis(consumables.notYetNeeded(visitor.owned())),
            visitor.cart(),
            visitor.lastPurchase());
    String page = request.productId();
    return new Known(
        page == null ? taste : taste.lookingAt(page, clock.instant()), visitor.allowed());
  }

  /** Who asks; the same object as long as nothing has changed of it. */
  public RememberedVisitor visitor(RecommendationRequest request) {
    var who = new Who(request.customerId(), request.visitorId());
    RememberedVisitor kept = remembered.getIfPresent(who);
    if (kept != null && kept.freshness().holds()) {
      return kept;
    }
    Shelf shelf = state.assortment().current();
    RememberedVisitor read =
        RememberedVisitor.of(
            histories.of(who.customerId(), who.visitorId(), EVENTS),
            id -> shelf.find(id).map(Article::id).orElse(id));
    remembered.put(who, read);
    return read;
  }

  private static Map<String, Long> millis(Map<String, Instant> times) {
    Map<String, Long> millis = new HashMap<>();
    times.forEach((product, at) -> millis.put(product, at.toEpochMilli()));
    return millis;
  }
}
