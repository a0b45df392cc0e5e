package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.JobLogLine;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One line of a job's log. */
@Entity
@Table(name = "job_line")
public class JobLine {

  private static final int LONGEST = 1000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "job_line")
  @SequenceGenerator(name = "job_line", sequenceName = "job_line_seq", allocationSize = 50)
  private Long id;

  @Column(name = "job_id")
  private long jobId;

  @Column(name = "at_time")
  private long at;

  private String line;

  protected JobLine() {}

  public JobLine(long jobId, String line, Instant now) {
    this.jobId = jobId;
    this.line = line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    this.at = now.toEpochMilli();
  }

  public JobLogLine view() {
    return new JobLogLine(id, Instant.ofEpochMilli(at), line);
  }

  /** Time and text. */
  public String text() {
    return Instant.ofEpochMilli(at) + " " + line;
  }
}
