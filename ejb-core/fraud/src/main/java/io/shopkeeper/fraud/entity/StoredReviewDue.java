package io.shopkeeper.fraud.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That a review is to be judged. */
@Entity
@Table(name = "fraud_review_due")
public class StoredReviewDue {

  @Id
  @Column(name = "review_id")
  private String reviewId;

  protected StoredReviewDue() {}

  public String reviewId() {
    return reviewId;
  }
}
