package io.shopkeeper.console.jobs;

import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobOffer;
import io.shopkeeper.platform.boundary.JobParameter;
import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.ScheduleStep;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How jobs are shown and named wherever they are. */
@Named("jobLook")
@RequestScoped
public class JobLook {

  @Inject private Jobs jobs;
  @Inject private Words words;
  @Inject private Formats formats;

  /**
   * Something that can be started.
   *
   * @param value for the form
   * @param label for the reader
   */
  public record Choice(String value, String label) {}

  /** Whether the job is still to end. */
  public boolean open(JobView job) {
    return !job.state().ended();
  }

  /** Whether it can be tried again. */
  public boolean retryable(JobView job) {
    return job.state() == JobState.FAILED || job.state() == JobState.CANCELLED;
  }

  /** Whether it waits for its time after a failure. */
  public boolean delayed(JobView job) {
    return job.state() == JobState.QUEUED && job.notBefore() != null;
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

  /** The phase in the reader's language. */
  public String phase(String name) {
    return words.of("phase", name.replace(' ', '_'));
  }

  /** How long it will take, in words; empty where nobody knows. */
  public String left(JobView job) {
    if (job.secondsLeft() == null) {
      return "";
    }
    long seconds = job.secondsLeft();
    return seconds < 60
        ? words.format("jobs.left.seconds", Math.max(1, seconds))
        : words.format("jobs.left.minutes", (seconds + 30) / 60);
  }

  /** What it waits for, in words; empty where it does not wait for anything but its turn. */
  public String waiting(JobView job) {
    if (job.state() != JobState.QUEUED) {
      return "";
    }
    if (job.notBefore() != null) {
      return words.format("jobs.waits.until", formats.time(job.notBefore()));
    }
    return job.after() == null ? "" : words.format("jobs.waits.after", Long.toString(job.after()));
  }

  /** A kind's name. */
  public String kind(String kind) {
    return words.of("jobKind", kind);
  }

  /** What a step does, in few words. */
  public String step(ScheduleStep step) {
    return step.parameters().isEmpty()
        ? kind(step.kind())
        : kind(step.kind())
            + " · "
            + String.join(
                ", ",
                step.parameters().entrySet().stream()
                    .map(parameter -> words.of(parameter.getKey(), parameter.getValue()))
                    .toList());
  }

  /** All that can be started, each parameter's values apart. */
  public List<Choice> getChoices() {
    var choices = new ArrayList<Choice>();
    for (JobOffer offer : jobs.offers()) {
      for (ScheduleStep step : steps(offer)) {
        choices.add(new Choice(value(step), step(step)));
      }
    }
    return choices;
  }

  /** A step as a form names it. */
  public String value(ScheduleStep step) {
    var value = new StringBuilder(step.kind());
    new java.util.TreeMap<>(step.parameters())
        .forEach((name, chosen) -> value.append('|').append(name).append('=').append(chosen));
    return value.toString();
  }

  /**
   * The step that a form named.
   *
   * @throws InvalidInputException if it names none
   */
  ScheduleStep step(String value) {
    return getOffered().stream()
        .filter(step -> value(step).equals(value))
        .findFirst()
        .orElseThrow(() -> InvalidInputException.of("/steps", "names no job"));
  }

  private List<ScheduleStep> getOffered() {
    return jobs.offers().stream().flatMap(offer -> steps(offer).stream()).toList();
  }

  private static List<ScheduleStep> steps(JobOffer offer) {
    List<Map<String, String>> sets = List.of(Map.of());
    for (JobParameter parameter : offer.parameters()) {
      var longer = new ArrayList<Map<String, String>>();
      for (Map<String, String> set : sets) {
        for (String value : parameter.values()) {
          var more = new LinkedHashMap<>(set);
          more.put(parameter.name(), value);
          longer.add(more);
        }
      }
      sets = longer;
    }
    return sets.stream().map(set -> new ScheduleStep(offer.kind(), set)).toList();
  }
}
