package io.shopkeeper.console.jobs;

import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.platform.boundary.JobLogLine;
import io.shopkeeper.platform.boundary.JobPhase;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.ScheduleView;
import io.shopkeeper.platform.boundary.Schedules;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** One job: how far it is, what it did, what comes before and after it. */
@Named("jobPage")
@RequestScoped
public class JobPage {

  private static final int SHOWN_LINES = 500;
  private static final int FEWEST_LINES = 1;

  @Inject private Jobs jobs;
  @Inject private Schedules schedules;
  @Inject private ModelRegistry registry;
  @Inject private Asked asked;
  @Inject private Clock clock;

  private long id;
  private JobView job;
  private List<CurveChart> charts;
  private List<JobLogLine> lines;
  private TrialTable trials;

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

  /** The end of the log; from a line on where the page that asks has that one already. */
  public List<JobLogLine> getLines() {
    if (lines == null) {
      long after = asked.number("line").orElse(0L);
      List<JobLogLine> all = jobs.log(id, after, 2000);
      lines = all.subList(Math.max(0, all.size() - SHOWN_LINES), all.size());
    }
    return lines;
  }

  /** Whether anything was logged. */
  public boolean isLogged() {
    return !jobs.log(id, 0, FEWEST_LINES).isEmpty();
  }

  /** Part of the whole time that a phase took, in percent, for its bar. */
  public long share(JobPhase phase) {
    Duration whole = took(job.phases().getFirst(), job.phases().getLast());
    return whole.isZero() ? 0 : 100 * took(phase, phase).toMillis() / Math.max(1, whole.toMillis());
  }

  private Duration took(JobPhase first, JobPhase last) {
    return Duration.between(
        first.startedAt(), last.endedAt() == null ? clock.instant() : last.endedAt());
  }

  /** The curves that a training reports, one picture for each measure. */
  public List<CurveChart> getCharts() {
    if (charts == null) {
      charts = CurveChart.byMeasure(jobs.curves(id));
    }
    return charts;
  }

  /** The options that a search tried; empty where none was wanted. */
  public TrialTable getTrials() {
    if (trials == null) {
      trials = TrialTable.of(jobs.trials(id));
    }
    return trials;
  }

  /** The schedule that started it; null if none did or it is forgotten. */
  public ScheduleView getSchedule() {
    return job.scheduleId() == null ? null : schedules.find(job.scheduleId()).orElse(null);
  }

  /** The model versions that it made. */
  public List<ModelVersionView> getMade() {
    return registry.ofJob(id);
  }

  /** It and its retries, oldest first. */
  public List<JobView> getLine() {
    return jobs.line(id);
  }

  /** Jobs that wait for it. */
  public List<JobView> getFollowers() {
    return jobs.followers(id);
  }

  public JobView getJob() {
    return job;
  }

  public long getId() {
    return id;
  }
}
