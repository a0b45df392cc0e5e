package io.shopkeeper.fraud.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That a payment waits to be taken into a case. */
@Entity
@Table(name = "fraud_alert")
public class StoredAlert {

  @Id
  @Column(name = "transaction_id")
  private String transactionId;

  @Column(name = "at_time")
  private long at;

  protected StoredAlert() {}

  /**
   * Of a payment.
   *
   * @param at milliseconds since 1970
   */
  public StoredAlert(String transactionId, long at) {
    this.transactionId = transactionId;
    this.at = at;
  }

  public String transactionId() {
    return transactionId;
  }
}
