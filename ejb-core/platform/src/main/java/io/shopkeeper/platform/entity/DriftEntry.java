package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.DriftMeasure;
import io.shopkeeper.platform.json.RegistryText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** How far what people do had moved; never changed itself. */
@Entity
@Table(name = "drift_measure")
public class DriftEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "drift_measure")
  @SequenceGenerator(
      name = "drift_measure",
      sequenceName = "drift_measure_seq",
      allocationSize = 50)
  private Long id;

  private String model;

  @Column(name = "model_version")
  private int version;

  @Column(name = "at_time")
  private long at;

  private double shift;
  private double threshold;

  @Column(name = "visits_before")
  private long visitsBefore;

  @Column(name = "visits_now")
  private long visitsNow;

  private String evidence;

  @Column(name = "job_id")
  private Long jobId;

  protected DriftEntry() {}

  public DriftEntry(DriftMeasure measure) {
    this.model = measure.model();
    this.version = measure.version();
    this.at = measure.at().toEpochMilli();
    this.shift = measure.shift();
    this.threshold = measure.threshold();
    this.visitsBefore = measure.visitsBefore();
    this.visitsNow = measure.visitsNow();
    this.evidence = RegistryText.write(measure.movers(), measure.hits());
    this.jobId = measure.jobId();
  }

  public Long id() {
    return id;
  }

  public DriftMeasure view() {
    return new DriftMeasure(
        model,
        version,
        Instant.ofEpochMilli(at),
        shift,
        threshold,
        visitsBefore,
        visitsNow,
        RegistryText.readMovers(evidence),
        RegistryText.readHits(evidence),
        jobId);
  }
}
