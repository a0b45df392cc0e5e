package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.AuditAct;
import io.shopkeeper.platform.boundary.AuditEntry;
import io.shopkeeper.platform.boundary.AuditSource;
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

/**
 * One administrative act. It gets its number and hash when it joins the chain and is never changed
 * after that.
 */
@Entity
@Table(name = "audit_record")
public class AuditRecord {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_record")
  @SequenceGenerator(name = "audit_record", sequenceName = "audit_record_seq", allocationSize = 50)
  private Long id;

  @Column(name = "at_time")
  private long at;

  private String actor;
  private String act;
  private String subject;
  private String detail;

  @Enumerated(EnumType.STRING)
  private AuditSource source;

  private String address;

  @Column(name = "state_before")
  private String before;

  @Column(name = "state_after")
  private String after;

  @Column(name = "chain_number")
  private Long number;

  @Column(name = "previous_hash")
  private String previousHash;

  @Column(name = "record_hash")
  private String hash;

  protected AuditRecord() {}

  public AuditRecord(Instant at, AuditAct act, AuditSource source, String address) {
    this.at = at.toEpochMilli();
    this.actor = act.actor();
    this.act = act.act();
    this.subject = act.subject();
    this.detail = act.detail();
    this.before = act.before();
    this.after = act.after();
    this.source = source;
    this.address = address;
    this.previousHash = "";
    this.hash = "";
  }

  /** Where it stands in the chain; null before it joined. */
  public Long number() {
    return number;
  }

  public String previousHash() {
    return previousHash;
  }

  public String hash() {
    return hash;
  }

  /** Takes its place; only once. */
  public void join(long place, String hashBefore) {
    if (number != null) {
      throw new IllegalStateException("audit record " + id + " stands in the chain already");
    }
    number = place;
    previousHash = hashBefore;
  }

  /** Keeps the hash of all that is above. */
  public void seal(String ownHash) {
    hash = ownHash;
  }

  public AuditEntry view() {
    return new AuditEntry(
        id == null ? 0 : id,
        number == null ? 0 : number,
        Instant.ofEpochMilli(at),
        actor,
        act,
        subject,
        detail,
        before,
        after,
        source,
        address,
        previousHash,
        hash);
  }
}
