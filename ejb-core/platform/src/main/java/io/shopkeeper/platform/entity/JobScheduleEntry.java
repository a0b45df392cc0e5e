package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.ScheduleOrder;
import io.shopkeeper.platform.boundary.ScheduleStep;
import io.shopkeeper.platform.boundary.ScheduleView;
import io.shopkeeper.platform.json.StepsText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Jobs that start by the clock. Paused, it keeps its place and does nothing; deleted, it can be
 * brought back for a while.
 */
@Entity
@Table(name = "job_schedule")
public class JobScheduleEntry {

  private static final int LONGEST_NOTE = 1000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "job_schedule")
  @SequenceGenerator(name = "job_schedule", sequenceName = "job_schedule_seq", allocationSize = 50)
  private Long id;

  private String name;
  private String steps;
  private String cron;
  private String zone;
  private boolean paused;

  @Column(name = "next_at")
  private Long nextAt;

  @Column(name = "last_at")
  private Long lastAt;

  @Column(name = "last_job")
  private Long lastJob;

  private String note;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "changed_at")
  private long changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  @Column(name = "deleted_at")
  private Long deletedAt;

  private long edition;

  protected JobScheduleEntry() {}

  public JobScheduleEntry(ScheduleOrder order, String by, Instant now) {
    this.createdAt = now.toEpochMilli();
    this.createdBy = by;
    this.note = "";
    replace(order, by, now);
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String cron() {
    return cron;
  }

  public String zone() {
    return zone;
  }

  public List<ScheduleStep> steps() {
    return StepsText.read(steps);
  }

  public boolean paused() {
    return paused;
  }

  public boolean deleted() {
    return deletedAt != null;
  }

  public long edition() {
    return edition;
  }

  public Optional<Long> lastJob() {
    return Optional.ofNullable(lastJob);
  }

  public Optional<Instant> nextAt() {
    return Optional.ofNullable(nextAt).map(Instant::ofEpochMilli);
  }

  /** Another name, time or work; everything else stays. */
  public final void replace(ScheduleOrder order, String by, Instant now) {
    name = order.name();
    steps = StepsText.write(order.steps());
    cron = order.cron();
    zone = order.zone();
    changed(by, now);
  }

  public void pause(boolean still, String by, Instant now) {
    paused = still;
    changed(by, now);
  }

  public void delete(String by, Instant now) {
    deletedAt = now.toEpochMilli();
    changed(by, now);
  }

  public void restore(String by, Instant now) {
    deletedAt = null;
    changed(by, now);
  }

  /** When it starts next; null for not of itself. */
  public void next(Instant at) {
    nextAt = at == null ? null : at.toEpochMilli();
  }

  /** It started its jobs. */
  public void started(Long firstJob, Instant now, String remark) {
    lastJob = firstJob;
    lastAt = now.toEpochMilli();
    remark(remark);
  }

  /** Something is to be said of its last turn. */
  public void remark(String remark) {
    note = remark.length() <= LONGEST_NOTE ? remark : remark.substring(0, LONGEST_NOTE);
  }

  public ScheduleView view(List<Instant> nextRuns) {
    return new ScheduleView(
        id,
        name,
        steps(),
        cron,
        zone,
        paused,
        nextRuns,
        lastAt == null ? null : Instant.ofEpochMilli(lastAt),
        lastJob,
        note,
        Instant.ofEpochMilli(createdAt),
        createdBy,
        Instant.ofEpochMilli(changedAt),
        changedBy,
        edition);
  }

  private void changed(String by, Instant now) {
    changedAt = now.toEpochMilli();
    changedBy = by;
    edition++;
  }
}
