package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.JobPhase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A part of a job's work, open until the next one begins or the job ends. */
@Entity
@Table(name = "job_phase")
public class JobPhaseEntry {

  private static final int LONGEST_NAME = 300;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "job_phase")
  @SequenceGenerator(name = "job_phase", sequenceName = "job_phase_seq", allocationSize = 50)
  private Long id;

  @Column(name = "job_id")
  private long jobId;

  private int attempt;
  private String name;

  @Column(name = "started_at")
  private long startedAt;

  @Column(name = "ended_at")
  private Long endedAt;

  protected JobPhaseEntry() {}

  public JobPhaseEntry(long jobId, int attempt, String name, Instant now) {
    this.jobId = jobId;
    this.attempt = attempt;
    this.name = cut(name);
    this.startedAt = now.toEpochMilli();
  }

  /** Whether this is the phase of that name in that attempt. */
  public boolean is(int ofAttempt, String called) {
    return attempt == ofAttempt && name.equals(cut(called));
  }

  public void end(Instant now) {
    endedAt = now.toEpochMilli();
  }

  public JobPhase view() {
    return new JobPhase(
        attempt,
        name,
        Instant.ofEpochMilli(startedAt),
        endedAt == null ? null : Instant.ofEpochMilli(endedAt));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
  }
}
