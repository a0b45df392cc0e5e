package io.shopkeeper.recommendation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** An experiment on a placement: draft, then running, then stopped. */
@Entity
@Table(name = "experiment")
public class ExperimentEntry {

  private static final String DRAFT = "DRAFT";

  @Id private String name;

  private String placement;
  private String note;
  private String arms;
  private double holdout;
  private double ramp;

  @Column(name = "primary_metric")
  private String primaryMetric;

  private String guards;

  @Column(name = "planned_visitors")
  private long plannedVisitors;

  @Column(name = "window_hours")
  private int windowHours;

  private String salt;
  private String state;

  @Column(name = "running_placement")
  private String runningPlacement;

  @Column(name = "published_arm")
  private String publishedArm;

  private String decision;

  @Column(name = "drafted_by")
  private String draftedBy;

  @Column(name = "drafted_at")
  private long draftedAt;

  @Column(name = "started_by")
  private String startedBy;

  @Column(name = "started_at")
  private Long startedAt;

  @Column(name = "stopped_by")
  private String stoppedBy;

  @Column(name = "stopped_at")
  private Long stoppedAt;

  @Version private long edition;

  protected ExperimentEntry() {}

  /** A draft; the salt is its own, so that two experiments draw independently. */
  public ExperimentEntry(String name, Plan plan, String by, Instant now) {
    this.name = name;
    this.salt = name + "/" + now.toEpochMilli();
    this.state = DRAFT;
    this.decision = "";
    redraft(plan, by, now);
  }

  /**
   * What is tried.
   *
   * @param arms as JSON
   * @param guards as JSON
   */
  public record Plan(
      String placement,
      String note,
      String arms,
      double holdout,
      double ramp,
      String primaryMetric,
      String guards,
      long plannedVisitors,
      int windowHours) {}

  /** Another plan; for a draft only. */
  public final void redraft(Plan plan, String by, Instant now) {
    placement = plan.placement();
    note = plan.note();
    arms = plan.arms();
    holdout = plan.holdout();
    ramp = plan.ramp();
    primaryMetric = plan.primaryMetric();
    guards = plan.guards();
    plannedVisitors = plan.plannedVisitors();
    windowHours = plan.windowHours();
    draftedBy = by;
    draftedAt = now.toEpochMilli();
  }

  /** Visitors take part from now on. */
  public void start(String by, Instant now) {
    state = "RUNNING";
    runningPlacement = placement;
    startedBy = by;
    startedAt = now.toEpochMilli();
  }

  /** Another share of the visitors takes part. */
  public void ramp(double share) {
    ramp = share;
  }

  /**
   * Nobody takes part any more.
   *
   * @param arm whose recipe is published; null for none
   */
  public void stop(String arm, String why, String by, Instant now) {
    state = "STOPPED";
    runningPlacement = null;
    publishedArm = arm;
    decision = why;
    stoppedBy = by;
    stoppedAt = now.toEpochMilli();
  }

  public String name() {
    return name;
  }

  /** What is tried. */
  public Plan plan() {
    return new Plan(
        placement, note, arms, holdout, ramp, primaryMetric, guards, plannedVisitors, windowHours);
  }

  /** Of its assignment. */
  public String salt() {
    return salt;
  }

  /** {@code DRAFT}, {@code RUNNING} or {@code STOPPED}. */
  public String state() {
    return state;
  }

  /** The arm whose recipe was published at the end; null if none was. */
  public String publishedArm() {
    return publishedArm;
  }

  /** Why it was stopped; empty where nobody said. */
  public String decision() {
    return decision;
  }

  public String draftedBy() {
    return draftedBy;
  }

  public Instant draftedAt() {
    return Instant.ofEpochMilli(draftedAt);
  }

  /** Null before it was started. */
  public String startedBy() {
    return startedBy;
  }

  /** Null before it was started. */
  public Instant startedAt() {
    return startedAt == null ? null : Instant.ofEpochMilli(startedAt);
  }

  /** Null before it was stopped. */
  public String stoppedBy() {
    return stoppedBy;
  }

  /** Null before it was stopped. */
  public Instant stoppedAt() {
    return stoppedAt == null ? null : Instant.ofEpochMilli(stoppedAt);
  }

  /** Greater after each change, at least 1. */
  public long edition() {
    return edition;
  }
}
