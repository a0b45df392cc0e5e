package io.shopkeeper.fraud.boundary.review;

import java.time.Instant;
import java.util.List;

/**
 * What is thought of a review.
 *
 * @param productId null where it is about the shop
 * @param customerId null where the writer is not known
 * @param excerpt how it begins; empty where it is gone
 * @param score how much it looks like spam, 0 to 100
 * @param reasons in the reader's language
 * @param markedBy who said what it is; empty for nobody
 */
public record JudgedReview(
    String reviewId,
    String productId,
    String customerId,
    String excerpt,
    int score,
    ReviewState state,
    List<String> reasons,
    String markedBy,
    Instant judgedAt) {

  public JudgedReview {
    reasons = List.copyOf(reasons);
  }
}
