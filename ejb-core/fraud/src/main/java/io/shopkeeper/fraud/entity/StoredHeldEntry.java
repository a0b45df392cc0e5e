package io.shopkeeper.fraud.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A decision of the journal that does not fit what is stored, as it was written. */
@Entity
@Table(name = "fraud_held_entry")
public class StoredHeldEntry {

  @Id private String id;

  @Column(name = "transaction_id")
  private String transactionId;

  @Column(name = "customer_id")
  private String customerId;

  @Column(name = "at_time")
  private long at;

  private String reason;

  private String entry;

  protected StoredHeldEntry() {}

  /**
   * Of a payment.
   *
   * @param customerId null for a guest
   * @param at when it was decided, in milliseconds since 1970
   * @param reason why it was not stored
   * @param entry as JSON
   */
  public StoredHeldEntry(
      String transactionId, String customerId, long at, String reason, String entry) {
    this.id = transactionId + "@" + at;
    this.transactionId = transactionId;
    this.customerId = customerId;
    this.at = at;
    this.reason = reason;
    this.entry = entry;
  }

  public String transactionId() {
    return transactionId;
  }

  /** As JSON. */
  public String entry() {
    return entry;
  }

  public String reason() {
    return reason;
  }
}
