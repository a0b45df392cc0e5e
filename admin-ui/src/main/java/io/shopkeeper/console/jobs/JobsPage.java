package io.shopkeeper.console.jobs;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobOrder;
import io.shopkeeper.platform.boundary.JobQuery;
import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.ScheduleStep;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** All jobs, by kind and state. */
@Named("jobs")
@RequestScoped
public class JobsPage {

  private static final int SHOWN = 50;

  @Inject private Jobs jobs;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;
  @Inject private JobLook look;

  private String kind;
  private String state;
  private Long before;
  private String choice;
  private List<JobView> recent;

  @PostConstruct
  void begin() {
    kind = asked.text("kind").filter(jobs.kinds()::contains).orElse("");
    state =
        asked
            .text("state")
            .filter(
                text -> Arrays.stream(JobState.values()).anyMatch(one -> one.name().equals(text)))
            .orElse("");
    before = asked.number("before").orElse(null);
  }

  /** Does what the button that was pressed says. */
  public String act() {
    asked.act("stop").map(Long::valueOf).ifPresent(this::stop);
    asked.act("hurry").map(Long::valueOf).ifPresent(this::hurry);
    return asked.act("retry").map(Long::valueOf).map(this::retry).orElse(null);
  }

  /** Starts what was chosen, and goes there. */
  public String start() {
    me.require(Right.RUN_JOBS);
    try {
      ScheduleStep step = look.step(choice);
      JobView job = jobs.start(new JobOrder(step.kind(), step.parameters(), null), me.getName());
      return "/job?id=" + job.id() + "&faces-redirect=true";
    } catch (InvalidInputException gone) {
      say.bad("jobs.gone");
      return null;
    }
  }

  private void stop(long id) {
    me.require(Right.STOP_JOBS);
    jobs.cancel(id, me.getName());
    say.ok("jobs.stopping");
  }

  private void hurry(long id) {
    me.require(Right.RUN_JOBS);
    try {
      jobs.hurry(id, me.getName());
      say.ok("jobs.hurried");
    } catch (ConflictException begun) {
      say.bad("jobs.begun");
    }
  }

  private String retry(long id) {
    me.require(Right.RUN_JOBS);
    try {
      return "/job?id=" + jobs.retry(id, me.getName()).id() + "&faces-redirect=true";
    } catch (ConflictException notEnded) {
      say.bad("jobs.noRetry");
      return null;
    }
  }

  public List<JobView> getRecent() {
    if (recent == null) {
      recent =
          jobs.list(
              new JobQuery(
                  kind, state.isEmpty() ? null : JobState.valueOf(state), null, before, SHOWN));
    }
    return recent;
  }

  /** Whether the job is still to end. */
  public boolean open(JobView view) {
    return look.open(view);
  }

  /** How a state looks. */
  public String tone(JobState of) {
    return look.tone(of);
  }

  /** Where the older ones are; empty if there are none. */
  public String getOlder() {
    return getRecent().size() < SHOWN
        ? ""
        : "jobs?" + getFilter() + "before=" + getRecent().getLast().id();
  }

  /** The address of the part that is asked for again and again. */
  public String getLive() {
    return "live-jobs?" + getFilter() + (before == null ? "" : "before=" + before);
  }

  /** Whether only some jobs are shown. */
  public boolean isFiltered() {
    return !kind.isEmpty() || !state.isEmpty() || before != null;
  }

  public Map<JobState, Long> getCounts() {
    return jobs.counts();
  }

  public List<String> getKinds() {
    return jobs.kinds();
  }

  public JobState[] getStates() {
    return JobState.values();
  }

  public String getKind() {
    return kind;
  }

  public String getState() {
    return state;
  }

  public String getChoice() {
    return choice;
  }

  public void setChoice(String choice) {
    this.choice = choice;
  }

  private String getFilter() {
    return (kind.isEmpty() ? "" : "kind=" + URLEncoder.encode(kind, StandardCharsets.UTF_8) + "&")
        + (state.isEmpty() ? "" : "state=" + state + "&");
  }
}
