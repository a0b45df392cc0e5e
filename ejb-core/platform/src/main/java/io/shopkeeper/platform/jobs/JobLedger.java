package io.shopkeeper.platform.jobs;

import io.shopkeeper.ml.training.TriedOptions;
import io.shopkeeper.platform.boundary.CurvePoint;
import io.shopkeeper.platform.boundary.JobEnded;
import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.entity.Job;
import io.shopkeeper.platform.entity.JobLine;
import io.shopkeeper.platform.entity.JobPhaseEntry;
import io.shopkeeper.platform.entity.JobPoint;
import io.shopkeeper.platform.entity.JobTrial;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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

  /** A server that has not been heard of for so long is taken for dead. */
  private static final Duration SILENCE = Duration.ofSeconds(90);

  @Inject private JobStore store;
  @Inject private Event<JobEnded> ended;
  @Inject private Clock clock;

  /** What a claimed job needs to run. */
  public record Claim(
      long id,
      long origin,
      Map<String, String> parameters,
      String requestedBy,
      int attempt,
      int failures,
      boolean scheduled) {}

  /** Makes a kind known, so that it can be claimed. */
  public void know(String kind) {
    store.know(kind);
  }

  /** Takes the oldest job of a kind whose turn it is; none while one runs on any server. */
  public Optional<Claim> claim(String kind, String node) {
    store.lockKind(kind);
    if (!store.inState(kind, JobState.RUNNING).isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    for (Job waiting : store.inState(kind, JobState.QUEUED)) {
      Optional<Job> job = store.lock(waiting.id()).filter(found -> ready(found, now));
      if (job.isPresent()) {
        return job.map(found -> begin(found, node, now));
      }
    }
    return Optional.empty();
  }

  /** Notes what the job was given to work with. */
  public void equip(long id, int threads, long memoryBytes) {
    store.lock(id).ifPresent(job -> job.equip(threads, memoryBytes));
  }

  /** Notes progress; answers whether somebody wants the job to stop. */
  public boolean progress(long id, double fraction, String phase) {
    return store
        .lock(id)
        .map(
            job -> {
              job.progress(fraction, phase);
              turnTo(job, phase);
              return job.cancelAsked();
            })
        .orElse(true);
  }

  public void log(long id, String line) {
    store.add(new JobLine(id, line, clock.instant()));
  }

  /** Keeps points of curves. */
  public void points(long id, int attempt, List<CurvePoint> points) {
    points.forEach(point -> store.add(new JobPoint(id, attempt, point)));
  }

  /** Keeps options that were tried. */
  public void trial(long id, int attempt, TriedOptions trial) {
    store.add(new JobTrial(id, attempt, trial));
  }

  public void end(long id, JobState outcome, String error) {
    store.lock(id).ifPresent(job -> end(job, outcome, error));
  }

  /** Puts a job back that cannot start yet. */
  public void postpone(long id, Duration by, String why) {
    store
        .lock(id)
        .ifPresent(
            job -> {
              job.postpone(clock.instant().plus(by));
              store.add(new JobLine(id, why, clock.instant()));
            });
  }

  /** Puts a job back that failed for the moment. */
  public void tryAgain(long id, Duration in, String why) {
    store
        .lock(id)
        .ifPresent(
            job -> {
              closePhase(job);
              job.tryAgain(clock.instant().plus(in));
              store.add(
                  new JobLine(
                      id,
                      "Failed for the moment: %s Tried again in %d s, as attempt %d."
                          .formatted(sentence(why), in.toSeconds(), job.attempt()),
                      clock.instant()));
            });
  }

  /**
   * Jobs of this kind that this server ran before it was started anew: back to the queue, or failed
   * with a reason.
   */
  public void recover(String kind, boolean resumable, String node) {
    store.lockKind(kind);
    Instant silent = clock.instant().minus(SILENCE);
    for (Job job : store.inState(kind, JobState.RUNNING)) {
      if (job.orphanOf(node, silent)) {
        pickUp(job, resumable);
      }
    }
  }

  /** The same for jobs of servers that have fallen silent; those of this one are alive. */
  public void takeOver(String kind, boolean resumable, Collection<Long> alive) {
    store.lockKind(kind);
    Instant silent = clock.instant().minus(SILENCE);
    for (Job job : store.inState(kind, JobState.RUNNING)) {
      if (!alive.contains(job.id()) && job.orphanOf("", silent)) {
        pickUp(job, resumable);
      }
    }
  }

  /** Says that these jobs live; answers those that somebody wants to stop. */
  public List<Long> beat(Collection<Long> running) {
    var unwanted = new ArrayList<Long>();
    for (Long id : running) {
      store
          .lock(id)
          .ifPresent(
              job -> {
                job.beat(clock.instant());
                if (job.cancelAsked()) {
                  unwanted.add(id);
                }
              });
    }
    return unwanted;
  }

  /** Kinds with jobs that wait. */
  public List<String> waitingKinds() {
    return store.kindsInState(JobState.QUEUED);
  }

  private boolean ready(Job job, Instant now) {
    if (job.state() != JobState.QUEUED || !job.due(now)) {
      return false;
    }
    if (job.after() == null) {
      return true;
    }
    Optional<JobState> before = store.find(job.after()).map(Job::state);
    if (before.isEmpty() || before.get() == JobState.SUCCEEDED) {
      return true;
    }
    if (before.get().ended()) {
      end(
          job,
          JobState.CANCELLED,
          "Job %d, which had to succeed first, did not (%s)."
              .formatted(job.after(), before.get().name().toLowerCase(java.util.Locale.ROOT)));
    }
    return false;
  }

  private static Claim begin(Job job, String node, Instant now) {
    job.start(now, node);
    return new Claim(
        job.id(),
        job.origin(),
        job.parameters(),
        job.requestedBy(),
        job.attempt(),
        job.failures(),
        job.scheduled());
  }

  private void pickUp(Job job, boolean resumable) {
    if (job.cancelAsked()) {
      end(job, JobState.CANCELLED, "The server stopped while this job was being stopped.");
    } else if (resumable) {
      closePhase(job);
      job.resume();
      store.add(new JobLine(job.id(), "The server stopped; resumed.", clock.instant()));
    } else {
      end(job, JobState.FAILED, "The server stopped while this job ran. Start it again.");
    }
  }

  private void end(Job job, JobState outcome, String error) {
    closePhase(job);
    job.end(outcome, error, clock.instant());
    ended.fire(new JobEnded(job.view()));
  }

  private void turnTo(Job job, String phase) {
    Optional<JobPhaseEntry> open = store.openPhase(job.id());
    if (open.isPresent() && open.get().is(job.attempt(), phase)) {
      return;
    }
    open.ifPresent(ended -> ended.end(clock.instant()));
    store.add(new JobPhaseEntry(job.id(), job.attempt(), phase, clock.instant()));
  }

  private void closePhase(Job job) {
    store.openPhase(job.id()).ifPresent(open -> open.end(clock.instant()));
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
