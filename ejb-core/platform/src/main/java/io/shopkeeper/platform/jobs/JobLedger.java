package io.shopkeeper.platform.jobs;

import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.entity.Job;
import io.shopkeeper.platform.entity.JobLine;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes down what happens to jobs, each note in a short transaction of its own: what the console
 * shows is true whatever becomes of the work.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobLedger {

  @Inject private JobStore store;
  @Inject private Clock clock;

  /** What a claimed job needs to run. */
  public record Claim(long id, Map<String, String> parameters) {}

  /** Takes the oldest queued job of a kind to work. */
  public Optional<Claim> claim(String kind) {
    return store
        .oldestQueued(kind)
        .flatMap(job -> store.lock(job.id()))
        .filter(job -> job.state() == JobState.QUEUED)
        .map(
            job -> {
              job.start(clock.instant());
              return new Claim(job.id(), job.parameters());
            });
  }

  /** Notes progress; answers whether somebody wants the job to stop. */
  public boolean progress(long id, double fraction, String phase) {
    return store
        .lock(id)
        .map(
            job -> {
              job.progress(fraction, phase);
              return job.cancelAsked();
            })
        .orElse(true);
  }

  public void log(long id, String line) {
    store.add(new JobLine(id, line, clock.instant()));
  }

  public void end(long id, JobState outcome, String error) {
    store.lock(id).ifPresent(job -> job.end(outcome, error, clock.instant()));
  }

  /** Jobs of this kind that a crash left running: back to the queue, or failed with a reason. */
  public void recover(String kind, boolean resumable) {
    List<Job> interrupted = store.inState(kind, JobState.RUNNING);
    for (Job job : interrupted) {
      if (resumable) {
        job.resume();
        store.add(new JobLine(job.id(), "The server stopped; resumed.", clock.instant()));
      } else {
        job.end(
            JobState.FAILED,
            "The server stopped while this job ran. Start it again.",
            clock.instant());
      }
    }
  }
}
