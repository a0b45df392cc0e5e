package io.shopkeeper.fraud.entity;

import io.shopkeeper.fraud.boundary.Outcome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * What was decided of a payment, as of what; and what the catalog does not keep of it. The decision
 * never changes.
 */
@Entity
@Table(name = "fraud_decision")
public class StoredDecision {

  @Id
  @Column(name = "transaction_id")
  private String transactionId;

  @Column(name = "decided_at")
  private long decidedAt;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  private Double score;

  private Double anomaly;

  @Column(name = "model_version")
  private Integer modelVersion;

  private String hits;

  private String contributions;

  private String features;

  private String degraded;

  @Column(name = "email_key")
  private String emailKey;

  @Column(name = "address_key")
  private String addressKey;

  @Column(name = "delivery_country")
  private String deliveryCountry;

  @Column(name = "declined_at")
  private Long declinedAt;

  @Column(name = "refunded_at")
  private Long refundedAt;

  protected StoredDecision() {}

  /**
   * A decision.
   *
   * @param decidedAt milliseconds since 1970
   */
  public StoredDecision(String transactionId, long decidedAt, Outcome outcome) {
    this.transactionId = transactionId;
    this.decidedAt = decidedAt;
    this.outcome = outcome;
  }

  /** Takes over why: each as JSON. */
  public void because(String hits, String features, String degraded) {
    this.hits = hits;
    this.features = features;
    this.degraded = degraded;
    this.contributions = "[]";
  }

  /** Takes over what a model said. */
  public void scored(double score, int version, String contributions) {
    this.score = score;
    this.modelVersion = version;
    this.contributions = contributions;
  }

  /** Takes over how odd the payment is; null if that is not known. */
  public void odd(Double anomaly) {
    this.anomaly = anomaly;
  }

  /** Takes over what the catalog does not keep of the payment. */
  public void beside(
      String emailKey,
      String addressKey,
      String deliveryCountry,
      Long declinedAt,
      Long refundedAt) {
    this.emailKey = emailKey;
    this.addressKey = addressKey;
    this.deliveryCountry = deliveryCountry;
    this.declinedAt = declinedAt;
    this.refundedAt = refundedAt;
  }

  public String transactionId() {
    return transactionId;
  }

  public long decidedAt() {
    return decidedAt;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** Null without a model. */
  public Double score() {
    return score;
  }

  /** Share of the payments learnt from that were less odd, 0 to 1; null if unknown. */
  public Double anomaly() {
    return anomaly;
  }

  /** Null without a model. */
  public Integer modelVersion() {
    return modelVersion;
  }

  public String hits() {
    return hits;
  }

  public String contributions() {
    return contributions;
  }

  public String features() {
    return features;
  }

  /** Words with blanks between; empty for nothing. */
  public String degraded() {
    return degraded;
  }

  /** Null where none was told. */
  public String emailKey() {
    return emailKey;
  }

  /** Null where none was told. */
  public String addressKey() {
    return addressKey;
  }

  /** Null where none was told. */
  public String deliveryCountry() {
    return deliveryCountry;
  }

  /** When it was known that the payment was declined; null if it was not. */
  public Long declinedAt() {
    return declinedAt;
  }

  /** When it was known that the payment was paid back; null if it was not. */
  public Long refundedAt() {
    return refundedAt;
  }
}
