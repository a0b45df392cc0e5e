package io.shopkeeper.catalog.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** The one row that whoever evaluates the monitors holds. */
@Entity
@Table(name = "quality_clock")
public class QualityClock {

  @Id private int id;

  @Column(name = "last_run")
  private long lastRun;

  protected QualityClock() {}

  public int id() {
    return id;
  }

  /** Whether the last run is long enough ago. */
  public boolean due(Instant now, Duration pause) {
    return lastRun <= now.minus(pause).toEpochMilli();
  }

  public void ran(Instant now) {
    lastRun = now.toEpochMilli();
  }
}
