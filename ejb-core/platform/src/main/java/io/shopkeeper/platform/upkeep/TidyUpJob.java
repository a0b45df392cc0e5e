package io.shopkeeper.platform.upkeep;

import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobHandler;
import io.shopkeeper.platform.boundary.JobOffer;
import java.util.List;
import java.util.Optional;

/** Throws away what the rules of {@link Retention} say. May be run as often as one likes. */
final class TidyUpJob implements JobHandler {

  static final String KIND = "tidy-up";

  private final Retention retention;

  TidyUpJob(Retention retention) {
    this.retention = retention;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public Optional<JobOffer> offer() {
    return Optional.of(new JobOffer(KIND, "Tidy up", List.of()));
  }

  @Override
  public void run(JobContext job) {
    job.progress(0, "old jobs");
    job.log(retention.forgetJobs());
    job.stopIfCancelled();
    job.progress(0.3, "deleted schedules");
    job.log(retention.forgetSchedules());
    job.stopIfCancelled();
    job.progress(0.5, "model versions");
    retention.forgetModelFiles().forEach(job::log);
  }
}
