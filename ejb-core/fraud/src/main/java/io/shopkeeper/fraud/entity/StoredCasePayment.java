package io.shopkeeper.fraud.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That a payment is in a case; it is in one at most. */
@Entity
@Table(name = "fraud_case_payment")
public class StoredCasePayment {

  @Id
  @Column(name = "transaction_id")
  private String transactionId;

  @Column(name = "case_id")
  private long caseId;

  @Column(name = "added_at")
  private long addedAt;

  protected StoredCasePayment() {}

  public StoredCasePayment(String transactionId, long caseId, long addedAt) {
    this.transactionId = transactionId;
    this.caseId = caseId;
    this.addedAt = addedAt;
  }

  public String transactionId() {
    return transactionId;
  }

  public long caseId() {
    return caseId;
  }
}
