package io.shopkeeper.fraud.entity;

import io.shopkeeper.fraud.boundary.cases.CaseDocument;
import io.shopkeeper.fraud.boundary.cases.DocumentType;
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

/** What is known of a document of a case; its content lies in pieces. Never changed. */
@Entity
@Table(name = "fraud_case_document")
public class StoredDocument {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fraud_case_document")
  @SequenceGenerator(
      name = "fraud_case_document",
      sequenceName = "fraud_case_document_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "case_id")
  private long caseId;

  private String name;

  @Enumerated(EnumType.STRING)
  private DocumentType type;

  @Column(name = "size_bytes")
  private long bytes;

  private String sha256;

  @Column(name = "added_at")
  private long at;

  @Column(name = "added_by")
  private String by;

  protected StoredDocument() {}

  /** One whose id is given when it is stored; that of {@code told} does not count. */
  public StoredDocument(CaseDocument told) {
    this.caseId = told.caseId();
    this.name = told.name();
    this.type = told.type();
    this.bytes = told.bytes();
    this.sha256 = told.sha256();
    this.at = told.addedAt().toEpochMilli();
    this.by = told.addedBy();
  }

  public long id() {
    return id;
  }

  public CaseDocument view() {
    return new CaseDocument(id, caseId, name, type, bytes, sha256, Instant.ofEpochMilli(at), by);
  }
}
