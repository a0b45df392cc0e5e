package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.CurvePoint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A point of a curve that a running job reported. */
@Entity
@Table(name = "job_point")
public class JobPoint {

  private static final int LONGEST_NAME = 120;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "job_point")
  @SequenceGenerator(name = "job_point", sequenceName = "job_point_seq", allocationSize = 50)
  private Long id;

  @Column(name = "job_id")
  private long jobId;

  private int attempt;
  private String curve;

  @Column(name = "step_no")
  private double step;

  @Column(name = "point")
  private double value;

  protected JobPoint() {}

  public JobPoint(long jobId, int attempt, CurvePoint point) {
    this.jobId = jobId;
    this.attempt = attempt;
    String name = point.curve();
    this.curve = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    this.step = point.step();
    this.value = point.value();
  }

  /** In which attempt of its job. */
  public int attempt() {
    return attempt;
  }

  public CurvePoint view() {
    return new CurvePoint(curve, step, value);
  }
}
