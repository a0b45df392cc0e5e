package io.shopkeeper.fraud.entity;

import io.shopkeeper.fraud.boundary.Effect;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** That a rule held of a payment, to be counted. */
@Entity
@IdClass(StoredRuleHit.Key.class)
@Table(name = "fraud_rule_hit")
public class StoredRuleHit {

  @Id
  @Column(name = "transaction_id")
  private String transactionId;

  @Id
  @Column(name = "rule_id")
  private String rule;

  private int version;

  @Enumerated(EnumType.STRING)
  private Effect effect;

  @Column(name = "decided_at")
  private long at;

  protected StoredRuleHit() {}

  public StoredRuleHit(String transactionId, String rule, int version, Effect effect, long at) {
    this.transactionId = transactionId;
    this.rule = rule;
    this.version = version;
    this.effect = effect;
    this.at = at;
  }

  /** Of the rule. */
  public int version() {
    return version;
  }

  /** What came of it. */
  public Effect effect() {
    return effect;
  }

  /** Payment and rule. */
  public static final class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private String transactionId;
    private String rule;

    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.transactionId.equals(transactionId)
          && key.rule.equals(rule);
    }

    @Override
    public int hashCode() {
      return 31 * transactionId.hashCode() + rule.hashCode();
    }
  }
}
