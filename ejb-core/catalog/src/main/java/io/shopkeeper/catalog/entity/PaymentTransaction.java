package io.shopkeeper.catalog.entity;

import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.TransactionOutcome;
import io.shopkeeper.catalog.boundary.TransactionStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** A payment; replaced whole by each delivery. */
@Entity
@Table(name = "payment_transaction")
public class PaymentTransaction {

  @Id private String id;

  @Column(name = "order_id")
  private String orderId;

  @Column(name = "customer_id")
  private String customerId;

  private BigDecimal amount;

  private String currency;

  private String method;

  @Column(name = "card_fingerprint")
  private String cardFingerprint;

  private String device;

  private String ip;

  private String country;

  @Enumerated(EnumType.STRING)
  private TransactionStatus status;

  @Enumerated(EnumType.STRING)
  private TransactionOutcome outcome;

  @Column(name = "at_time")
  private long time;

  @Column(name = "updated_at")
  private long updatedAt;

  protected PaymentTransaction() {}

  public PaymentTransaction(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  /** Takes the data over. */
  public void replace(TransactionData data, Instant now) {
    orderId = data.orderId();
    customerId = data.customerId();
    amount = data.amount();
    currency = data.currency();
    method = data.method();
    cardFingerprint = data.cardFingerprint();
    device = data.device();
    ip = data.ip();
    country = data.country();
    status = data.status();
    outcome = data.outcome();
    time = data.time().toEpochMilli();
    updatedAt = now.toEpochMilli();
  }

  public TransactionData data() {
    return new TransactionData(
        id,
        orderId,
        customerId,
        amount,
        currency,
        method,
        cardFingerprint,
        device,
        ip,
        country,
        status,
        outcome,
        Instant.ofEpochMilli(time));
  }

  /** When it was last delivered. */
  public Instant updatedAt() {
    return Instant.ofEpochMilli(updatedAt);
  }
}
