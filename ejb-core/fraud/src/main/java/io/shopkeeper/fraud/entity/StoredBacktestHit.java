package io.shopkeeper.fraud.entity;

import io.shopkeeper.fraud.boundary.BacktestHit;
import io.shopkeeper.fraud.boundary.Outcome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A payment that a candidate would have held. */
@Entity
@IdClass(StoredBacktestHit.Key.class)
@Table(name = "fraud_backtest_hit")
public class StoredBacktestHit {

  @Id
  @Column(name = "backtest_id")
  private long backtest;

  @Id
  @Column(name = "row_no")
  private int row;

  @Column(name = "transaction_id")
  private String transactionId;

  @Column(name = "at_time")
  private long at;

  private long cents;

  private String currency;

  private String label;

  @Enumerated(EnumType.STRING)
  private Outcome judged;

  protected StoredBacktestHit() {}

  public StoredBacktestHit(long backtest, int row, BacktestHit hit) {
    this.backtest = backtest;
    this.row = row;
    this.transactionId = hit.transactionId();
    this.at = hit.at().toEpochMilli();
    this.cents = hit.cents();
    this.currency = hit.currency();
    this.label = hit.label();
    this.judged = hit.published();
  }

  public BacktestHit view() {
    return new BacktestHit(transactionId, Instant.ofEpochMilli(at), cents, currency, label, judged);
  }

  /** Backtest and row. */
  public static final class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private long backtest;
    private int row;

    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.backtest == backtest && key.row == row;
    }

    @Override
    public int hashCode() {
      return 31 * Long.hashCode(backtest) + row;
    }
  }
}
