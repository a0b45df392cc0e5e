package io.shopkeeper.fraud.review;

import io.shopkeeper.catalog.boundary.OrderLine;
import io.shopkeeper.catalog.boundary.Orders;
import io.shopkeeper.catalog.boundary.ReviewData;
import io.shopkeeper.catalog.boundary.Reviews;
import io.shopkeeper.fraud.decision.FraudJson;
import io.shopkeeper.fraud.entity.StoredReviewScore;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges the reviews that wait; each call is one transaction. */
@Stateless
public class ReviewJudge {

  private static final int PAGE = 100;
  private static final int ALIKE = 100;
  private static final int ORDERS = 500;
  private static final Duration LATELY = Duration.ofDays(30);

  @Inject private ReviewScoreStore store;
  @Inject private Reviews reviews;
  @Inject private Orders orders;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /**
   * Judges some.
   *
   * @return how many were taken; 0 when none wait
   */
  public int next() {
    List<String> taken = store.take(PAGE);
    if (taken.isEmpty()) {
      return 0;
    }
    Map<String, ReviewData> found = reviews.findAll(taken);
    found.values().forEach(one -> store.bands(one.id(), AlikeTexts.of(one.text()).bands()));
    found.values().forEach(this::judge);
    return taken.size();
  }

  /** Lets those be judged that were stored before this was done. */
  public Optional<String> behind(String after) {
    List<String> page = reviews.page(after, 1000).stream().map(ReviewData::id).toList();
    if (page.isEmpty()) {
      return Optional.empty();
    }
    Set<String> known = store.known(page);
    store.due(page.stream().filter(id -> !known.contains(id)).toList());
    return Optional.of(page.getLast());
  }

  private void judge(ReviewData review) {
    Optional<StoredReviewScore> known = store.find(review.id());
    Map<SpamSign, Integer> signs =
        SpamSigns.of(
            review,
            new SpamSigns.Beside(copies(review, known.isEmpty()), own(review), bought(review)));
    StoredReviewScore score = known.orElseGet(() -> new StoredReviewScore(review.id()));
    score.judge(
        review.productId(),
        review.customerId(),
        SpamSigns.score(signs),
        FraudJson.write(signs),
        ReviewSettings.suspectFrom(settings),
        clock.instant());
    if (known.isEmpty()) {
      store.add(score);
    }
  }

  /** How many earlier texts are nearly the same; later ones are judged again if this is new. */
  private int copies(ReviewData review, boolean fresh) {
    AlikeTexts text = AlikeTexts.of(review.text());
    List<String> later = new ArrayList<>();
    int copies = 0;
    Map<String, ReviewData> alike = reviews.findAll(store.alike(review.id(), text.bands(), ALIKE));
    for (ReviewData other : alike.values()) {
      if (text.likeness(AlikeTexts.of(other.text())) >= AlikeTexts.SAME) {
        if (isEarlier(other, review)) {
          copies++;
        } else {
          later.add(other.id());
        }
      }
    }
    if (fresh) {
      store.due(later);
    }
    return copies;
  }

  private static boolean isEarlier(ReviewData one, ReviewData other) {
    Instant time = one.time() == null ? Instant.EPOCH : one.time();
    Instant than = other.time() == null ? Instant.EPOCH : other.time();
    return time.equals(than) ? one.id().compareTo(other.id()) < 0 : time.isBefore(than);
  }

  private List<ReviewData> own(ReviewData review) {
    return review.customerId() == null || review.time() == null
        ? List.of()
        : reviews.ofCustomer(
            review.customerId(), review.time().minus(LATELY), review.time().plusMillis(1));
  }

  private Boolean bought(ReviewData review) {
    if (review.customerId() == null || review.productId() == null) {
      return null;
    }
    return orders.ofCustomer(review.customerId(), ORDERS).stream()
        .flatMap(order -> order.lines().stream())
        .map(OrderLine::productId)
        .anyMatch(review.productId()::equals);
  }
}
