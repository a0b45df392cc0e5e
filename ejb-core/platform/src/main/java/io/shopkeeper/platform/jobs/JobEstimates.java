package io.shopkeeper.platform.jobs;

import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.entity.Job;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** How long running jobs will take. */
@Dependent
public class JobEstimates {

  private static final int LOOKED_AT = 5;

  @Inject private JobStore store;
  @Inject private Clock clock;

  /** Seconds; null where nobody knows or the job does not run. */
  public Long secondsLeft(Job job) {
    if (job.state() != JobState.RUNNING) {
      return null;
    }
    JobView view = job.view();
    return TimeLeft.of(
            view.progress(),
            Duration.between(view.startedAt(), clock.instant()),
            store.lastDurations(job.kind(), LOOKED_AT))
        .map(Duration::toSeconds)
        .orElse(null);
  }
}
