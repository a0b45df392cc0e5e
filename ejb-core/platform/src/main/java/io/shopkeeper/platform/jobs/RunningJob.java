package io.shopkeeper.platform.jobs;

import io.shopkeeper.platform.boundary.JobCancelledException;
import io.shopkeeper.platform.boundary.JobContext;
import java.util.Map;

/** The hand of a running job: passes its word to the ledger, at most twice a second. */
final class RunningJob implements JobContext {

  private static final long BETWEEN_NOTES_NANOS = 500_000_000L;

  private final JobLedger ledger;
  private final JobLedger.Claim claim;
  private volatile boolean cancelled;
  private volatile long notedAt;
  private volatile String notedPhase = "";

  RunningJob(JobLedger ledger, JobLedger.Claim claim) {
    this.ledger = ledger;
    this.claim = claim;
    this.notedAt = System.nanoTime() - BETWEEN_NOTES_NANOS;
  }

  @Override
  public long jobId() {
    return claim.id();
  }

  @Override
  public Map<String, String> parameters() {
    return claim.parameters();
  }

  @Override
  public void progress(double fraction, String phase) {
    long now = System.nanoTime();
    if (now - notedAt >= BETWEEN_NOTES_NANOS || !phase.equals(notedPhase)) {
      notedAt = now;
      notedPhase = phase;
      if (ledger.progress(claim.id(), fraction, phase)) {
        cancelled = true;
      }
    }
  }

  @Override
  public void log(String line) {
    ledger.log(claim.id(), line);
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
