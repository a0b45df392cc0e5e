package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.Job;
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

  @Inject private JobStore store;
  @Inject private JobRunner runner;
  @Inject private Event<JobQueued> queued;
  @Inject private Clock clock;

  /** Lets a module do jobs of its kind; what a crash interrupted is resumed or marked failed. */
  public void register(JobHandler handler) {
    runner.register(handler);
  }

  /**
   * Queues a job; it starts when the caller's transaction has committed.
   *
   * @throws IllegalArgumentException if nobody does such jobs
   */
  public JobView submit(
      String kind, String title, Map<String, String> parameters, String requestedBy) {
    if (!runner.knows(kind)) {
      throw new IllegalArgumentException("no handler for jobs of kind " + kind);
    }
    var job = new Job(kind, title, parameters, requestedBy, clock.instant());
    store.add(job);
    queued.fire(new JobQueued(kind));
    return job.view(List.of());
  }

  /** A job with the tail of its log. */
  public Optional<JobView> find(long id) {
    return store.view(id);
  }

  /** The last jobs, newest first, without logs. */
  public List<JobView> recent(int n) {
    return store.newest(n);
  }

  /**
   * Asks a job to stop; it does so at its next step. One that ended stays as it is.
   *
   * @throws NotFoundException if there is no such job
   */
  public void cancel(long id, String by) {
    Job job = store.lock(id).orElseThrow(() -> new NotFoundException("job", Long.toString(id)));
    job.askToStop(clock.instant());
    runner.cancel(id);
  }
}
