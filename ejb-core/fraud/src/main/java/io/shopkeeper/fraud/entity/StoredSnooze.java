package io.shopkeeper.fraud.entity;

import io.shopkeeper.fraud.boundary.SnoozeView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a rule is to be quiet for a while; it may be ended before its time. */
@Entity
@Table(name = "fraud_snooze")
public class StoredSnooze {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fraud_snooze")
  @SequenceGenerator(name = "fraud_snooze", sequenceName = "fraud_snooze_seq", allocationSize = 50)
  private Long id;

  @Column(name = "rule_id")
  private String rule;

  private String field;

  @Column(name = "key_value")
  private String key;

  @Column(name = "until_at")
  private long until;

  private String reason;

  @Column(name = "made_at")
  private long at;

  @Column(name = "made_by")
  private String by;

  @Column(name = "ended_at")
  private Long endedAt;

  @Column(name = "ended_by")
  private String endedBy;

  protected StoredSnooze() {}

  /** One that begins now. */
  public StoredSnooze(String rule, Instant until, String reason, String by, Instant at) {
    this.rule = rule;
    this.until = until.toEpochMilli();
    this.reason = reason;
    this.by = by;
    this.at = at.toEpochMilli();
  }

  /** Only for payments of one customer, card … */
  public void only(String field, String key) {
    this.field = field;
    this.key = key;
  }

  /** Lets the rule speak again. */
  public void end(String by, Instant at) {
    this.endedBy = by;
    this.endedAt = at.toEpochMilli();
  }

  public SnoozeView view() {
    return new SnoozeView(id, rule, field, key, Instant.ofEpochMilli(until), reason, by);
  }
}
