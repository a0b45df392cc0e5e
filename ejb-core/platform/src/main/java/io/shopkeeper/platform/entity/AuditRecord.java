package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.AuditEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One administrative act; never changed. */
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

  protected AuditRecord() {}

  public AuditRecord(Instant at, String actor, String act, String subject, String detail) {
    this.at = at.toEpochMilli();
    this.actor = actor;
    this.act = act;
    this.subject = subject;
    this.detail = detail;
  }

  public AuditEntry view() {
    return new AuditEntry(id, Instant.ofEpochMilli(at), actor, act, subject, detail);
  }
}
