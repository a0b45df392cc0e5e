package io.shopkeeper.platform.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The end of the audit chain: its one row is locked by whoever adds a record. */
@Entity
@Table(name = "audit_head")
public class AuditHead {

  /** The id of the one row. */
  public static final int ID = 1;

  @Id private int id;

  @Column(name = "chain_number")
  private long number;

  @Column(name = "record_hash")
  private String hash;

  private String seal;

  protected AuditHead() {}

  /** The number of the last record; 0 before the first. */
  public long number() {
    return number;
  }

  /** The hash of the last record; empty before the first. */
  public String hash() {
    return hash;
  }

  /** What only the holder of the shop's seal key can make of number and hash. */
  public String seal() {
    return seal;
  }

  /** Moves to a new last record. */
  public void moveTo(long newNumber, String newHash, String newSeal) {
    number = newNumber;
    hash = newHash;
    seal = newSeal;
  }
}
