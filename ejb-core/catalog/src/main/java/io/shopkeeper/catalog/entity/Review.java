package io.shopkeeper.catalog.entity;

import io.shopkeeper.catalog.boundary.ReviewData;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A review; replaced whole by each delivery. */
@Entity
@Table(name = "review")
public class Review {

  @Id private String id;

  @Column(name = "product_id")
  private String productId;

  @Column(name = "customer_id")
  private String customerId;

  private String author;

  private String title;

  @Column(name = "review_text")
  private String text;

  private Double rating;

  private String language;

  @Column(name = "at_time")
  private Long time;

  @Column(name = "updated_at")
  private long updatedAt;

  protected Review() {}

  public Review(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  /** Takes the data over. */
  public void replace(ReviewData data, Instant now) {
    productId = data.productId();
    customerId = data.customerId();
    author = data.author();
    title = data.title();
    text = data.text();
    rating = data.rating();
    language = data.language();
    time = data.time() == null ? null : data.time().toEpochMilli();
    updatedAt = now.toEpochMilli();
  }

  public ReviewData data() {
    return new ReviewData(
        id,
        productId,
        customerId,
        author,
        title,
        text,
        rating,
        language,
        time == null ? null : Instant.ofEpochMilli(time));
  }

  /** When it was last delivered. */
  public Instant updatedAt() {
    return Instant.ofEpochMilli(updatedAt);
  }
}
