package io.shopkeeper.platform.jobs;

import io.shopkeeper.ml.training.TriedOptions;
import io.shopkeeper.platform.boundary.CurvePoint;
import io.shopkeeper.platform.boundary.JobCancelledException;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The hand of a running job: passes its word to the ledger, at most twice a second. */
final class RunningJob implements JobContext {

  private static final long BETWEEN_NOTES_NANOS = 500_000_000L;
  private static final int MOST_LINES = 10_000;
  private static final int MOST_POINTS = 10_000;
  private static final int MOST_TRIALS = 10_000;

  private final JobLedger ledger;
  private final JobLedger.Claim claim;
  private final int threads;
  private final long memoryBytes;
  private final AtomicInteger lines = new AtomicInteger();
  private final AtomicInteger trials = new AtomicInteger();
  private final List<CurvePoint> points = new ArrayList<>();
  private volatile boolean cancelled;
  private volatile long notedAt;
  private volatile String notedPhase = "";
  private int pointsKept;
  private long pointsNotedAt;

  RunningJob(JobLedger ledger, JobLedger.Claim claim, int threads, long memoryBytes) {
    this.ledger = ledger;
    this.claim = claim;
    this.threads = threads;
    this.memoryBytes = memoryBytes;
    this.notedAt = System.nanoTime() - BETWEEN_NOTES_NANOS;
    this.pointsNotedAt = notedAt;
  }

  @Override
  public long jobId() {
    return claim.id();
  }

  @Override
  public long origin() {
    return claim.origin();
  }

  @Override
  public Map<String, String> parameters() {
    return claim.parameters();
  }

  @Override
  public String requestedBy() {
    return claim.requestedBy();
  }

  @Override
  public boolean unattended() {
    return claim.scheduled() || parameters().containsKey(JobHandler.TRIGGER);
  }

  @Override
  public int threads() {
    return threads;
  }

  /** What it was expected to need. */
  long memoryBytes() {
    return memoryBytes;
  }

  @Override
  public void progress(double fraction, String phase) {
    long now = System.nanoTime();
    if (now - notedAt >= BETWEEN_NOTES_NANOS || !phase.equals(notedPhase)) {
      notedAt = now;
      notedPhase = phase;
      flush();
      if (ledger.progress(claim.id(), fraction, phase)) {
        cancelled = true;
      }
    }
  }

  @Override
  public void log(String line) {
    int number = lines.incrementAndGet();
    if (number <= MOST_LINES) {
      ledger.log(claim.id(), line);
    } else if (number == MOST_LINES + 1) {
      ledger.log(claim.id(), "More lines than " + MOST_LINES + ": the rest is left out.");
    }
  }

  @Override
  public void point(String curve, double step, double value) {
    boolean due;
    synchronized (points) {
      if (pointsKept < MOST_POINTS) {
        pointsKept++;
        points.add(new CurvePoint(curve, step, value));
      }
      due = System.nanoTime() - pointsNotedAt >= BETWEEN_NOTES_NANOS;
    }
    if (due) {
      flush();
    }
  }

  @Override
  public void tried(TriedOptions trial) {
    if (trials.incrementAndGet() <= MOST_TRIALS) {
      ledger.trial(claim.id(), claim.attempt(), trial);
    }
  }

  /** Hands over what was not noted yet. */
  void flush() {
    List<CurvePoint> fresh;
    synchronized (points) {
      fresh = List.copyOf(points);
      points.clear();
      pointsNotedAt = System.nanoTime();
    }
    if (!fresh.isEmpty()) {
      ledger.points(claim.id(), claim.attempt(), fresh);
    }
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public void stopIfCancelled() {
    if (cancelled) {
      throw new JobCancelledException(claim.id());
    }
  }

  /** Somebody wants it to stop. */
  void cancel() {
    cancelled = true;
  }
}
