package io.shopkeeper.fraud.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** Under what a text is found by alike ones. */
@Entity
@IdClass(StoredReviewBand.Key.class)
@Table(name = "fraud_review_band")
public class StoredReviewBand {

  @Id
  @Column(name = "band")
  private long band;

  @Id
  @Column(name = "review_id")
  private String reviewId;

  protected StoredReviewBand() {}

  public StoredReviewBand(long band, String reviewId) {
    this.band = band;
    this.reviewId = reviewId;
  }

  /** Band and review. */
  public static final class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private long band;
    private String reviewId;

    public Key() {}

    public Key(long band, String reviewId) {
      this.band = band;
      this.reviewId = reviewId;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key one && one.band == band && one.reviewId.equals(reviewId);
    }

    @Override
    public int hashCode() {
      return 31 * Long.hashCode(band) + reviewId.hashCode();
    }
  }
}
