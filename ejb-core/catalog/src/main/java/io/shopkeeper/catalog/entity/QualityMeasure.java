package io.shopkeeper.catalog.entity;

import io.shopkeeper.catalog.boundary.quality.MeasurePoint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a monitor measured once. */
@Entity
@Table(name = "quality_measure")
public class QualityMeasure {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "quality_measure")
  @SequenceGenerator(
      name = "quality_measure",
      sequenceName = "quality_measure_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "monitor_id")
  private Long monitorId;

  @Column(name = "at_time")
  private long at;

  private double measured;

  protected QualityMeasure() {}

  public QualityMeasure(long monitorId, double measured, Instant now) {
    this.monitorId = monitorId;
    this.measured = measured;
    this.at = now.toEpochMilli();
  }

  public Long id() {
    return id;
  }

  public Long monitorId() {
    return monitorId;
  }

  public MeasurePoint point() {
    return new MeasurePoint(Instant.ofEpochMilli(at), measured);
  }
}
