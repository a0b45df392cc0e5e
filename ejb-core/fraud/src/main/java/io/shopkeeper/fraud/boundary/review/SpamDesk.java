package io.shopkeeper.fraud.boundary.review;

import io.shopkeeper.catalog.boundary.ReviewData;
import io.shopkeeper.catalog.boundary.Reviews;
import io.shopkeeper.fraud.entity.StoredReviewScore;
import io.shopkeeper.fraud.review.ReviewScoreListStore;
import io.shopkeeper.fraud.review.ReviewScoreStore;
import io.shopkeeper.fraud.review.ReviewSettings;
import io.shopkeeper.fraud.review.SpamWords;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.RowCount;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reviews that look like spam, for people: to look through, to confirm and to clear. */
@Stateless
public class SpamDesk {

  private static final int EXCERPT = 120;

  @Inject private ReviewScoreListStore lists;
  @Inject private ReviewScoreStore scores;
  @Inject private Reviews reviews;
  @Inject private Settings settings;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Judged reviews. Sorted by {@code score}; filtered by {@code state, product, customer} and
   * {@code id}; what looks most like spam first.
   */
  public ListPage<JudgedReview> page(ListQuery query, Locale reader) {
    ListPage<StoredReviewScore.Row> page = lists.page(query);
    Map<String, ReviewData> texts =
        reviews.findAll(page.rows().stream().map(StoredReviewScore.Row::reviewId).toList());
    var words = new SpamWords(reader);
    return new ListPage<>(
        page.rows().stream().map(row -> seen(row, texts.get(row.reviewId()), words)).toList(),
        page.previous(),
        page.next());
  }

  /** How many fit. */
  public RowCount count(ListQuery query) {
    return lists.count(query);
  }

  /** One of them; empty while it is not judged. */
  public Optional<JudgedReview> find(String review, Locale reader) {
    return scores
        .find(review)
        .map(score -> seen(score.row(), reviews.find(review).orElse(null), new SpamWords(reader)));
  }

  private static JudgedReview seen(StoredReviewScore.Row row, ReviewData review, SpamWords words) {
    String text = review == null ? "" : review.text().strip();
    boolean longer = text.codePointCount(0, text.length()) > EXCERPT;
    return new JudgedReview(
        row.reviewId(),
        row.productId(),
        row.customerId(),
        longer ? text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…" : text,
        row.score(),
        row.state(),
        words.reasons(row.signs()),
        row.markedBy(),
        row.judgedAt());
  }

  /**
   * Says what reviews are; kept as a label, whatever is thought of them later.
   *
   * @param what {@link ReviewState#SPAM} or {@link ReviewState#GENUINE}
   * @return those of which that was not said yet
   * @throws NotFoundException if one is not judged
   */
  public List<String> mark(Collection<String> ids, ReviewState what, String by) {
    if (what == null || !what.marked()) {
      throw InvalidInputException.of("/label", "must be spam or genuine");
    }
    List<String> changed = new ArrayList<>();
    for (String id : ids) {
      StoredReviewScore score = judged(id);
      if (score.row().state() != what) {
        score.mark(what, by, clock.instant());
        audit.record(by, "review.mark", "review " + id, what.name());
        changed.add(id);
      }
    }
    return changed;
  }

  /**
   * Takes back what was said.
   *
   * @return those of which something had been said
   */
  public List<String> undo(Collection<String> ids, String by) {
    long limit = ReviewSettings.suspectFrom(settings);
    List<String> changed = new ArrayList<>();
    for (String id : ids) {
      StoredReviewScore score = judged(id);
      if (score.row().state().marked()) {
        audit.record(by, "review.unmark", "review " + id, score.row().state().name());
        score.unmark(limit);
        changed.add(id);
      }
    }
    return changed;
  }

  private StoredReviewScore judged(String id) {
    return scores.find(id).orElseThrow(() -> new NotFoundException("judged review", id));
  }
}
