package io.shopkeeper.fraud.entity;

import io.shopkeeper.catalog.boundary.TransactionData;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a shopper appealed; the words are in the journal of the case. */
@Entity
@Table(name = "fraud_appeal")
public class StoredAppeal {

  @Id
  @Column(name = "transaction_id")
  private String payment;

  @Column(name = "case_id")
  private long caseId;

  @Column(name = "made_at")
  private long madeAt;

  @Column(name = "customer_id")
  private String customer;

  @Column(name = "device")
  private String device;

  @Column(name = "card")
  private String card;

  protected StoredAppeal() {}

  /** A new one. */
  public StoredAppeal(TransactionData payment, long caseId, Instant at) {
    this.payment = payment.id();
    this.caseId = caseId;
    this.madeAt = at.toEpochMilli();
    this.customer = payment.customerId();
    this.device = payment.device();
    this.card = payment.cardFingerprint();
  }

  public long caseId() {
    return caseId;
  }
}
