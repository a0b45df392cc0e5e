package io.shopkeeper.console.jobs;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.access.Right;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;

/** All jobs, or one with its log. */
@Named("jobs")
@RequestScoped
public class JobsPage {

  private static final int SHOWN = 100;

  @Inject private Jobs jobs;
  @Inject private AuditTrail audit;
  @Inject private Me me;
  @Inject private Say say;

  private long id;
  private JobView job;
  private List<JobView> recent;

  /** Looks one up. */
  public void load() throws IOException {
    job = jobs.find(id).orElse(null);
    if (job == null) {
      NotFound.answer();
    }
  }

  /** Asks a job to stop. */
  public void cancel(long jobId) {
    me.require(Right.JOBS);
    jobs.cancel(jobId, me.getName());
    audit.record(me.getName(), "job.cancel", "job " + jobId, "");
    say.ok("jobs.stopping");
  }

  public List<JobView> getRecent() {
    if (recent == null) {
      recent = jobs.recent(SHOWN);
    }
    return recent;
  }

  /** Whether the job is still to end. */
  public boolean open(JobView view) {
    return view.state() == JobState.QUEUED || view.state() == JobState.RUNNING;
  }

  /** Whether any job is still to end. */
  public boolean isBusy() {
    return getRecent().stream().anyMatch(this::open);
  }

  /** How a state looks. */
  public String tone(JobState state) {
    return switch (state) {
      case SUCCEEDED -> "ok";
      case FAILED -> "bad";
      case RUNNING -> "info";
      case QUEUED, CANCELLED -> "plain";
    };
  }

  public JobView getJob() {
    return job;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
