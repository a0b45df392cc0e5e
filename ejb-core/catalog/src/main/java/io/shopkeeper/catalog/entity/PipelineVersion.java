package io.shopkeeper.catalog.entity;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.cleaning.PipelineView;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import io.shopkeeper.catalog.clean.StepJson;
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
import java.util.List;

/** A cleaning pipeline as it was saved once. */
@Entity
@Table(name = "cleaning_pipeline")
public class PipelineVersion {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cleaning_pipeline")
  @SequenceGenerator(
      name = "cleaning_pipeline",
      sequenceName = "cleaning_pipeline_seq",
      allocationSize = 50)
  private Long id;

  @Enumerated(EnumType.STRING)
  private ImportKind kind;

  @Column(name = "version_no")
  private int version;

  private String steps;
  private String note;

  @Column(name = "changed_by")
  private String changedBy;

  @Column(name = "changed_at")
  private long changedAt;

  protected PipelineVersion() {}

  public PipelineVersion(
      ImportKind kind, int version, List<StepData> steps, String note, String by, Instant now) {
    this.kind = kind;
    this.version = version;
    this.steps = StepJson.write(steps);
    this.note = note;
    this.changedBy = by;
    this.changedAt = now.toEpochMilli();
  }

  public int version() {
    return version;
  }

  public PipelineView view() {
    return new PipelineView(
        kind, version, StepJson.read(steps), Instant.ofEpochMilli(changedAt), changedBy, note);
  }
}
