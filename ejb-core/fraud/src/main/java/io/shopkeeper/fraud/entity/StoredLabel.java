package io.shopkeeper.fraud.entity;

import io.shopkeeper.catalog.boundary.TransactionOutcome;
import io.shopkeeper.fraud.boundary.LabelEntry;
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

/** That somebody said what a payment turned out to be; the last one that was not undone holds. */
@Entity
@Table(name = "fraud_label")
public class StoredLabel {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fraud_label")
  @SequenceGenerator(name = "fraud_label", sequenceName = "fraud_label_seq", allocationSize = 50)
  private Long id;

  @Column(name = "transaction_id")
  private String transactionId;

  @Enumerated(EnumType.STRING)
  private TransactionOutcome label;

  @Column(name = "said_by")
  private String by;

  @Column(name = "at_time")
  private long at;

  private boolean undone;

  protected StoredLabel() {}

  public StoredLabel(String transactionId, TransactionOutcome label, String by, Instant at) {
    this.transactionId = transactionId;
    this.label = label;
    this.by = by;
    this.at = at.toEpochMilli();
  }

  public String transactionId() {
    return transactionId;
  }

  public TransactionOutcome label() {
    return label;
  }

  /** Takes it back. */
  public void undo() {
    undone = true;
  }

  public LabelEntry view() {
    return new LabelEntry(label, by, Instant.ofEpochMilli(at), undone);
  }
}
