package io.shopkeeper.fraud.entity;

import io.shopkeeper.fraud.boundary.Outcome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A version of a rule. Never changed once it judged a payment, but for being on or off. */
@Entity
@IdClass(StoredRule.Key.class)
@Table(name = "fraud_rule")
public class StoredRule {

  @Id private String id;

  @Id private int version;

  @Column(name = "name_en")
  private String nameEn;

  @Column(name = "name_zh")
  private String nameZh;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  private String conditions;

  private boolean active;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "created_by")
  private String createdBy;

  protected StoredRule() {}

  public String id() {
    return id;
  }

  public int version() {
    return version;
  }

  public String nameEn() {
    return nameEn;
  }

  public String nameZh() {
    return nameZh;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** In the language of rules. */
  public String conditions() {
    return conditions;
  }

  /** Whether it judges; of one rule one version at most does. */
  public boolean active() {
    return active;
  }

  /** Id and version. */
  public static final class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private String id;
    private int version;

    public Key() {}

    public Key(String id, int version) {
      this.id = id;
      this.version = version;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.version == version && key.id.equals(id);
    }

    @Override
    public int hashCode() {
      return 31 * id.hashCode() + version;
    }
  }
}
