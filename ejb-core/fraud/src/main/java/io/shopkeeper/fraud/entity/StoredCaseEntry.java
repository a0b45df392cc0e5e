package io.shopkeeper.fraud.entity;

import io.shopkeeper.fraud.boundary.cases.CaseAct;
import io.shopkeeper.fraud.boundary.cases.CaseEntry;
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

/** A line of a case's journal; a note is one, too. It has no way to be changed. */
@Entity
@Table(name = "fraud_case_entry")
public class StoredCaseEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fraud_case_entry")
  @SequenceGenerator(
      name = "fraud_case_entry",
      sequenceName = "fraud_case_entry_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "case_id")
  private long caseId;

  @Column(name = "at_time")
  private long at;

  @Column(name = "done_by")
  private String by;

  @Enumerated(EnumType.STRING)
  private CaseAct act;

  private String text;

  protected StoredCaseEntry() {}

  /** What was done, by whom and to what. */
  public StoredCaseEntry(long caseId, Instant at, String by, CaseAct act, String text) {
    this.caseId = caseId;
    this.at = at.toEpochMilli();
    this.by = by;
    this.act = act;
    this.text = text;
  }

  public CaseEntry view() {
    return new CaseEntry(id, Instant.ofEpochMilli(at), by, act, text);
  }
}
