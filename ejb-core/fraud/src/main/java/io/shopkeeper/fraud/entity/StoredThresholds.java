package io.shopkeeper.fraud.entity;

import io.shopkeeper.fraud.boundary.threshold.ScoreThresholds;
import io.shopkeeper.fraud.boundary.threshold.ThresholdChange;
import io.shopkeeper.fraud.boundary.threshold.ThresholdState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A change of thresholds: asked for by one person, published or refused by another, and perhaps
 * undone while it is the last one that was published.
 */
@Entity
@Table(name = "fraud_threshold_change")
public class StoredThresholds {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fraud_threshold_change")
  @SequenceGenerator(
      name = "fraud_threshold_change",
      sequenceName = "fraud_threshold_change_seq",
      allocationSize = 50)
  private Long id;

  @Enumerated(EnumType.STRING)
  private ThresholdState state;

  private long challenge;

  private long review;

  private long block;

  @Column(name = "challenge_before")
  private long challengeBefore;

  @Column(name = "review_before")
  private long reviewBefore;

  @Column(name = "block_before")
  private long blockBefore;

  private String reason;

  @Column(name = "asked_at")
  private long askedAt;

  @Column(name = "asked_by")
  private String askedBy;

  @Column(name = "decided_at")
  private Long decidedAt;

  @Column(name = "decided_by")
  private String decidedBy;

  protected StoredThresholds() {}

  /** One that waits. */
  public StoredThresholds(
      ScoreThresholds wanted, ScoreThresholds before, String reason, String by, Instant at) {
    this.state = ThresholdState.ASKED;
    this.challenge = wanted.challenge();
    this.review = wanted.review();
    this.block = wanted.block();
    this.reason = reason;
    this.askedBy = by;
    this.askedAt = at.toEpochMilli();
    replaces(before);
  }

  private void replaces(ScoreThresholds before) {
    challengeBefore = before.challenge();
    reviewBefore = before.review();
    blockBefore = before.block();
  }

  /** Lets payments be judged by it instead of by those before. */
  public void publish(ScoreThresholds before, String by, Instant at) {
    replaces(before);
    decide(ThresholdState.PUBLISHED, by, at);
  }

  /** Ends it without having been published, or undoes it. */
  public void decide(ThresholdState how, String by, Instant at) {
    state = how;
    decidedBy = by;
    decidedAt = at.toEpochMilli();
  }

  public ThresholdChange view() {
    return new ThresholdChange(
        id,
        state,
        new ScoreThresholds(challenge, review, block),
        new ScoreThresholds(challengeBefore, reviewBefore, blockBefore),
        reason,
        Instant.ofEpochMilli(askedAt),
        askedBy,
        decidedAt == null ? null : Instant.ofEpochMilli(decidedAt),
        decidedBy);
  }
}
