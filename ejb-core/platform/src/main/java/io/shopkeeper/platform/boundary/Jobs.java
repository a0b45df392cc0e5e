package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.Job;
import io.shopkeeper.platform.jobs.JobEstimates;
import io.shopkeeper.platform.jobs.JobQueued;
import io.shopkeeper.platform.jobs.JobRunner;
import io.shopkeeper.platform.jobs.JobStore;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Work that takes a while. Safe for use by several threads. */
@Stateless
public class Jobs {

  private static final int SHOWN_LINES = 200;
  private static final int MOST_LINES = 2000;

  @Inject private JobStore store;
  @Inject private JobRunner runner;
  @Inject private JobEstimates estimates;
  @Inject private AuditTrail audit;
  @Inject private Event<JobQueued> queued;
  @Inject private Clock clock;

  /** Lets a module do jobs of its kind; what a crash interrupted is resumed or marked failed. */
  public void register(JobHandler handler) {
    runner.register(handler);
  }

  /** All kinds that this shop does. */
  public List<String> kinds() {
    return runner.kinds();
  }

  /** What people and schedules may start by name. */
  public List<JobOffer> offers() {
    return runner.offers();
  }

  /**
   * Queues a job; it starts when the caller's transaction has committed.
   *
   * @throws IllegalArgumentException if nobody does such jobs
   */
  public JobView submit(
      String kind, String title, Map<String, String> parameters, String requestedBy) {
    return queue(new Job(kind, title, parameters, requestedBy, clock.instant()));
  }

  /**
   * Queues a job of a kind that is offered.
   *
   * @throws InvalidInputException if there is no such offer, parameter or predecessor
   */
  public JobView start(JobOrder order, String by) {
    if (order.after() != null && store.find(order.after()).isEmpty()) {
      throw InvalidInputException.of("/after", "there is no job " + order.after());
    }
    JobView job = startFor(null, order, by);
    audit.record(by, "job.start", "job " + job.id(), job.title());
    return job;
  }

  /**
   * The same for a schedule, without a record of its own.
   *
   * @param scheduleId the schedule; null for none
   */
  public JobView startFor(Long scheduleId, JobOrder order, String by) {
    JobOffer offer = offer(order.kind());
    Map<String, String> parameters = offer.complete(order.parameters());
    return queue(
        new Job(offer.kind(), offer.title(parameters), parameters, by, clock.instant())
            .linked(null, order.after(), scheduleId));
  }

  /** A job with the tail of its log, its phases and an estimate of the time left. */
  public Optional<JobView> find(long id) {
    return store
        .find(id)
        .map(
            job ->
                job.view(
                    store.tail(id, SHOWN_LINES).stream()
                        .map(line -> line.at() + " " + line.text())
                        .toList(),
                    store.phases(id),
                    estimates.secondsLeft(job)));
  }

  /** The last jobs, newest first, without logs. */
  public List<JobView> recent(int n) {
    return list(JobQuery.newest(n));
  }

  /** Jobs, newest first, without logs. */
  public List<JobView> list(JobQuery query) {
    return store.list(query).stream()
        .map(job -> job.view(List.of(), List.of(), estimates.secondsLeft(job)))
        .toList();
  }

  /** How many jobs are in each state; states without any are left out. */
  public Map<JobState, Long> counts() {
    return store.counts();
  }

  /** The whole line of a job and its retries, oldest first; empty where it was never retried. */
  public List<JobView> line(long id) {
    return store
        .find(id)
        .map(
            job -> {
              List<JobView> retries =
                  store.retriesOf(job.origin()).stream().map(Job::view).toList();
              return retries.isEmpty()
                  ? List.<JobView>of()
                  : java.util.stream.Stream.concat(
                          store.find(job.origin()).map(Job::view).stream(), retries.stream())
                      .toList();
            })
        .orElse(List.of());
  }

  /** Jobs that wait for this one, or waited, oldest first. */
  public List<JobView> followers(long id) {
    return store.followersOf(id).stream().map(Job::view).toList();
  }

  /**
   * Lines of a log, oldest first.
   *
   * @param after only lines behind this one; 0 from the beginning
   */
  public List<JobLogLine> log(long id, long after, int n) {
    return store.linesAfter(id, after, Math.clamp(n, 1, MOST_LINES));
  }

  /** What a training reported while it ran, of its last attempt. */
  public List<CurvePoint> curves(long id) {
    return store.points(id);
  }

  /** The options that a search tried, of its last attempt. */
  public List<TrialView> trials(long id) {
    return store.trials(id);
  }

  /**
   * Asks a job to stop; it does so at its next step. One that ended stays as it is.
   *
   * @throws NotFoundException if there is no such job
   */
  public void cancel(long id, String by) {
    Job job = require(id);
    if (job.state().ended()) {
      return;
    }
    job.askToStop(clock.instant());
    runner.cancel(id);
    audit.record(by, "job.cancel", "job " + id, job.title());
  }

  /**
   * Does a job once more that failed or was stopped, as a new one that names the first.
   *
   * @throws NotFoundException if there is no such job
   * @throws ConflictException if it has not ended, or succeeded
   */
  public JobView retry(long id, String by) {
    Job job = require(id);
    if (!job.state().ended() || job.state() == JobState.SUCCEEDED) {
      throw new ConflictException(
          "Job %d is %s; only a job that failed or was stopped can be tried again."
              .formatted(id, job.state().name().toLowerCase(java.util.Locale.ROOT)));
    }
    JobView again =
        queue(
            new Job(job.kind(), job.title(), job.parameters(), by, clock.instant())
                .linked(job.origin(), null, null));
    audit.record(by, "job.retry", "job " + id, "as job " + again.id());
    return again;
  }

  /**
   * Lets a job that waits for another try start at once.
   *
   * @throws NotFoundException if there is no such job
   * @throws ConflictException if it does not wait
   */
  public void hurry(long id, String by) {
    Job job = require(id);
    if (job.state() != JobState.QUEUED) {
      throw new ConflictException("Job " + id + " does not wait.");
    }
    job.hurry();
    queued.fire(new JobQueued(job.kind()));
    audit.record(by, "job.hurry", "job " + id, job.title());
  }

  private JobView queue(Job job) {
    if (!runner.knows(job.kind())) {
      throw new IllegalArgumentException("no handler for jobs of kind " + job.kind());
    }
    store.add(job);
    queued.fire(new JobQueued(job.kind()));
    return job.view();
  }

  private JobOffer offer(String kind) {
    return runner.offers().stream()
        .filter(offer -> offer.kind().equals(kind))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidInputException.of(
                    "/kind",
                    "must be one of "
                        + String.join(
                            ", ", runner.offers().stream().map(JobOffer::kind).toList())));
  }

  private Job require(long id) {
    return store.lock(id).orElseThrow(() -> new NotFoundException("job", Long.toString(id)));
  }
}
