package io.shopkeeper.fraud.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** By what further payments of a case are recognised. */
@Entity
@IdClass(StoredCaseKey.Key.class)
@Table(name = "fraud_case_key")
public class StoredCaseKey {

  @Id
  @Column(name = "case_id")
  private long caseId;

  @Id private String kind;

  @Id
  @Column(name = "key_value")
  private String value;

  protected StoredCaseKey() {}

  /**
   * A key.
   *
   * @param kind as kinds of keys are written, such as {@code card}
   */
  public StoredCaseKey(long caseId, String kind, String value) {
    this.caseId = caseId;
    this.kind = kind;
    this.value = value;
  }

  public long caseId() {
    return caseId;
  }

  /** All three. */
  public static final class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private long caseId;
    private String kind;
    private String value;

    public Key() {}

    public Key(long caseId, String kind, String value) {
      this.caseId = caseId;
      this.kind = kind;
      this.value = value;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.caseId == caseId
          && key.kind.equals(kind)
          && key.value.equals(value);
    }

    @Override
    public int hashCode() {
      return Objects.hash(caseId, kind, value);
    }
  }
}
