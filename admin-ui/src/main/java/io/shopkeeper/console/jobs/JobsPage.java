package io.shopkeeper.console.jobs;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.Right;
import jakarta.annotation.PostConstruct;
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
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private long id;
  private JobView job;
  private List<JobView> recent;

  @PostConstruct
  void begin() {
    id = asked.number("id").orElse(0L);
    job = jobs.find(id).orElse(null);
  }

  /** Says so where there is no such job. */
  public void load() throws IOException {
    if (job == null) {
      NotFound.answer();
    }
  }

  /** Asks the job whose button was pressed to stop. */
  public void act() {
    asked
        .act("stop")
        .map(Long::valueOf)
        .ifPresent(
            stopped -> {
              me.require(Right.STOP_JOBS);
              jobs.cancel(stopped, me.getName());
              audit.record(me.getName(), "job.cancel", "job " + stopped, "");
              say.ok("jobs.stopping");
            });
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
}
