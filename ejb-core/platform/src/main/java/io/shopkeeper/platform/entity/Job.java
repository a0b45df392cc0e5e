package io.shopkeeper.platform.entity;

import io.shopkeeper.platform.boundary.JobPhase;
import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.json.JsonText;
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
import java.util.Map;

/**
 * Work that takes a while. Queued, then running, then ended one of three ways; a crash sends a
 * resumable job back to the queue with one more attempt.
 */
@Entity
@Table(name = "job")
public class Job {

  private static final int LONGEST_ERROR = 4000;
  private static final int LONGEST_PHASE = 300;
  private static final int LONGEST_TITLE = 300;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "job")
  @SequenceGenerator(name = "job", sequenceName = "job_seq", allocationSize = 50)
  private Long id;

  private String kind;
  private String title;

  @Enumerated(EnumType.STRING)
  private JobState state;

  private double progress;
  private String phase;
  private String parameters;

  @Column(name = "requested_by")
  private String requestedBy;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "started_at")
  private Long startedAt;

  @Column(name = "ended_at")
  private Long endedAt;

  @Column(name = "error")
  private String error;

  private int attempt;

  @Column(name = "cancel_asked")
  private boolean cancelAsked;

  @Column(name = "retry_of")
  private Long retryOf;

  @Column(name = "after_job")
  private Long after;

  @Column(name = "schedule_id")
  private Long scheduleId;

  @Column(name = "not_before")
  private Long notBefore;

  private int failures;
  private String node;

  @Column(name = "beat_at")
  private Long beatAt;

  private int threads;

  @Column(name = "memory_bytes")
  private long memoryBytes;

  protected Job() {}

  public Job(
      String kind, String title, Map<String, String> parameters, String requestedBy, Instant now) {
    this.kind = kind;
    this.title = shorten(title, LONGEST_TITLE);
    this.parameters = JsonText.write(parameters);
    this.requestedBy = requestedBy;
    this.createdAt = now.toEpochMilli();
    this.state = JobState.QUEUED;
    this.phase = "";
    this.attempt = 1;
  }

  public long id() {
    return id;
  }

  public String kind() {
    return kind;
  }

  public String title() {
    return title;
  }

  public JobState state() {
    return state;
  }

  public boolean cancelAsked() {
    return cancelAsked;
  }

  public String requestedBy() {
    return requestedBy;
  }

  public Map<String, String> parameters() {
    return JsonText.readTexts(parameters);
  }

  /** The job that has to succeed before this one; null for none. */
  public Long after() {
    return after;
  }

  /** How often it failed for the moment. */
  public int failures() {
    return failures;
  }

  public int attempt() {
    return attempt;
  }

  /** The first of the line of retries that this one ends. */
  public long origin() {
    return retryOf == null ? id : retryOf;
  }

  /** Where it comes from: a job tried again, the job before it in a chain, a schedule. */
  public Job linked(Long retried, Long before, Long schedule) {
    retryOf = retried;
    after = before;
    scheduleId = schedule;
    return this;
  }

  /** Whether a schedule started it. */
  public boolean scheduled() {
    return scheduleId != null;
  }

  /** Whether its time has come. */
  public boolean due(Instant now) {
    return notBefore == null || notBefore <= now.toEpochMilli();
  }

  /** From the queue to work on this server. */
  public void start(Instant now, String onNode) {
    state = JobState.RUNNING;
    startedAt = now.toEpochMilli();
    beatAt = startedAt;
    node = onNode;
    notBefore = null;
    progress = 0;
  }

  /** What it was given to work with. */
  public void equip(int offeredThreads, long expectedBytes) {
    threads = offeredThreads;
    memoryBytes = expectedBytes;
  }

  /** Its server lives. */
  public void beat(Instant now) {
    beatAt = now.toEpochMilli();
  }

  /** Whether it runs on this server, or on one that has fallen silent. */
  public boolean orphanOf(String restarted, Instant silentSince) {
    return node == null
        || node.equals(restarted)
        || beatAt == null
        || beatAt < silentSince.toEpochMilli();
  }

  /** Back to the queue, not to be tried before that time. */
  public void postpone(Instant until) {
    state = JobState.QUEUED;
    notBefore = until.toEpochMilli();
  }

  /** Failed for the moment: back to the queue, one attempt more. */
  public void tryAgain(Instant until) {
    failures++;
    attempt++;
    postpone(until);
  }

  /** Does not wait any longer. */
  public void hurry() {
    notBefore = null;
  }

  /** How far it is. */
  public void progress(double fraction, String newPhase) {
    progress = Math.clamp(fraction, 0, 1);
    phase = shorten(newPhase, LONGEST_PHASE);
  }

  /** Ends it; the error is null unless it failed. */
  public void end(JobState outcome, String problem, Instant now) {
    state = outcome;
    error = problem == null ? null : shorten(problem, LONGEST_ERROR);
    endedAt = now.toEpochMilli();
    if (outcome == JobState.SUCCEEDED) {
      progress = 1;
    }
  }

  /** After a crash: once more from the queue. */
  public void resume() {
    state = JobState.QUEUED;
    attempt++;
  }

  /** Asks it to stop; one that waits is stopped at once. */
  public void askToStop(Instant now) {
    if (state == JobState.QUEUED) {
      end(JobState.CANCELLED, null, now);
    } else if (state == JobState.RUNNING) {
      cancelAsked = true;
    }
  }

  /** As others see it, without log, phases and an estimate. */
  public JobView view() {
    return view(List.of(), List.of(), null);
  }

  /** As others see it. */
  public JobView view(List<String> log, List<JobPhase> phases, Long secondsLeft) {
    return new JobView(
        id,
        kind,
        title,
        state,
        progress,
        phase,
        parameters(),
        requestedBy,
        Instant.ofEpochMilli(createdAt),
        startedAt == null ? null : Instant.ofEpochMilli(startedAt),
        endedAt == null ? null : Instant.ofEpochMilli(endedAt),
        error,
        log,
        attempt,
        retryOf,
        after,
        scheduleId,
        notBefore == null ? null : Instant.ofEpochMilli(notBefore),
        secondsLeft,
        threads,
        memoryBytes,
        node,
        phases);
  }

  private static String shorten(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
