package io.shopkeeper.recommendation.serving;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.entity.Dealing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Answers of the last minute, for who asks the same again before anything has changed: the reload
 * of a page, its next step, the way back. None is given under other circumstances than those that
 * it was made under, so nobody has to be told to throw it away. At most a sixteenth of the memory
 * is used. Safe for several threads.
 */
@ApplicationScoped
public class KeptAnswers {

  /** Time alone changes little within it: how old an act is, what is needed again. */
  private static final Duration AT_MOST = Duration.ofSeconds(60);

  /** 2³² by the golden ratio, odd: neighbours go far apart (Knuth, TAOCP 3, 6.4). */
  private static final int FIBONACCI = 0x9E3779B9;

  private static final int HALF_AN_INT = 16;

  private static final int SHARE_OF_MEMORY = 16;

  /** What an item takes, in bytes: itself, its list, its reason in words. */
  private static final int ITEM = 320;

  private final Cache<RecommendationRequest, Kept> answers =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .expireAfterWrite(AT_MOST)
          .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / ITEM)
          .weigher(
              (RecommendationRequest asked, Kept kept) -> kept.given().answer().items().size() + 2)
          .build();

  /**
   * An answer that was given.
   *
   * @param until exclusive: one of its products may not be sold then any more
   * @param products its products' ids, a line each
   * @param dealing null where nothing was left to chance
   */
  record Kept(
      FormedAnswer given,
      Circumstances circumstances,
      Instant until,
      String products,
      Dealing dealing) {

    private boolean holds(Circumstances now, Instant at) {
      return at.isBefore(until) && circumstances.isLike(now);
    }
  }

  /**
   * When the answer to a question ends, made now: after half a minute to a whole one, each
   * question's after another time. Those that a promotion has ended together, and that were made
   * anew within the same second, do not end in one second again.
   */
  static Instant end(RecommendationRequest request, Instant now) {
    long half = AT_MOST.toMillis() / 2;
    int mixed = request.hashCode() * FIBONACCI;
    return now.plusMillis(half + Math.floorMod(mixed ^ (mixed >>> HALF_AN_INT), half));
  }

  /** The answer to an equal question under these circumstances. */
  public Optional<Kept> find(RecommendationRequest request, Circumstances now, Instant at) {
    return Optional.ofNullable(answers.getIfPresent(request)).filter(kept -> kept.holds(now, at));
  }

  /** Keeps one, in place of that of before. */
  public void keep(RecommendationRequest request, Kept kept) {
    answers.put(request, kept);
  }
}
