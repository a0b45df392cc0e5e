package io.shopkeeper.fraud.entity;

import io.shopkeeper.fraud.boundary.review.ReviewState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How much a review looks like spam, and what a person said of it, which stays. */
@Entity
@Table(name = "fraud_review")
public class StoredReviewScore {

  @Id
  @Column(name = "review_id")
  private String reviewId;

  @Column(name = "product_id")
  private String productId;

  @Column(name = "customer_id")
  private String customerId;

  @Column(name = "judged_at")
  private long judgedAt;

  private int score;

  @Enumerated(EnumType.STRING)
  private ReviewState state = ReviewState.UNSUSPECTED;

  private String signs;

  @Column(name = "marked_by")
  private String markedBy = "";

  @Column(name = "marked_at")
  private long markedAt;

  protected StoredReviewScore() {}

  /** Of a review that is judged for the first time. */
  public StoredReviewScore(String reviewId) {
    this.reviewId = reviewId;
  }

  /**
   * As it is listed.
   *
   * @param signs as JSON
   */
  public record Row(
      String reviewId,
      String productId,
      String customerId,
      Instant judgedAt,
      int score,
      ReviewState state,
      String signs,
      String markedBy) {}

  /** Takes over what was seen now; what a person said stays. */
  public void judge(
      String product, String customer, int seen, String why, long suspectFrom, Instant at) {
    productId = product;
    customerId = customer;
    score = seen;
    signs = why;
    judgedAt = at.toEpochMilli();
    if (!state.marked()) {
      unmark(suspectFrom);
    }
  }

  /** A person says what it is. */
  public void mark(ReviewState what, String by, Instant at) {
    state = what;
    markedBy = by;
    markedAt = at.toEpochMilli();
  }

  /** Nobody says what it is. */
  public final void unmark(long suspectFrom) {
    state = score >= suspectFrom ? ReviewState.SUSPECT : ReviewState.UNSUSPECTED;
    markedBy = "";
    markedAt = 0;
  }

  /** As it is listed. */
  public Row row() {
    return new Row(
        reviewId,
        productId,
        customerId,
        Instant.ofEpochMilli(judgedAt),
        score,
        state,
        signs,
        markedBy);
  }
}
