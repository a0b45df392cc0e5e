package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.Job;
import io.shopkeeper.platform.entity.JobScheduleEntry;
import io.shopkeeper.platform.jobs.CronTimes;
import io.shopkeeper.platform.jobs.JobStore;
import io.shopkeeper.platform.jobs.ScheduleStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Jobs that start by the clock. On several servers one starts them; what was due while no server
 * ran is done once when one is back. Safe for use by several threads.
 */
@Stateless
public class Schedules {

  private static final int SHOWN_RUNS = 5;
  private static final int MOST_STEPS = 5;
  private static final int LONGEST_NAME = 120;

  /** Later than this after its time, a run was missed. */
  private static final Duration PUNCTUAL = Duration.ofMinutes(2);

  @Inject private ScheduleStore store;
  @Inject private JobStore jobStore;
  @Inject private Jobs jobs;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** All of them, by name. */
  public List<ScheduleView> all() {
    return store.all().stream().map(this::view).toList();
  }

  /** One of them; a deleted one too, so that it can be brought back. */
  public Optional<ScheduleView> find(long id) {
    return store.find(id).map(this::view);
  }

  /** Whether no schedule was ever made: then a shop starts with the usual ones. */
  public boolean untouched() {
    return store.untouched();
  }

  /**
   * When a schedule would start its jobs.
   *
   * @throws InvalidInputException if time or zone make no sense
   */
  public List<Instant> preview(String cron, String zone) {
    Instant now = clock.instant();
    return CronTimes.of(cron, zone, now).next(now, SHOWN_RUNS);
  }

  /**
   * A time in words, such as "at 03:30 every day"; the text itself where it makes no sense.
   *
   * @param language English or Chinese
   */
  public String describe(String cron, Locale language) {
    return CronTimes.describe(cron, language);
  }

  /**
   * Makes one.
   *
   * @throws InvalidInputException if something in it makes no sense
   */
  public ScheduleView create(ScheduleOrder order, String by) {
    Instant now = clock.instant();
    CronTimes times = check(order, now);
    var schedule = new JobScheduleEntry(order, by, now);
    schedule.next(times.after(now).orElse(null));
    store.add(schedule);
    audit.record(by, "schedule.create", name(schedule), describe(order));
    return view(schedule);
  }

  /**
   * Changes one.
   *
   * @param edition as it was read; null for whatever it is
   * @throws NotFoundException if there is none
   * @throws ConflictException if somebody else changed it since
   * @throws InvalidInputException if something in the order makes no sense
   */
  public ScheduleView edit(long id, ScheduleOrder order, Long edition, String by) {
    Instant now = clock.instant();
    JobScheduleEntry schedule = require(id);
    if (edition != null && edition != schedule.edition()) {
      throw new ConflictException(
          "The schedule “%s” was changed by somebody else meanwhile. Read it again."
              .formatted(schedule.name()));
    }
    CronTimes times = check(order, now);
    audit.record(by, "schedule.edit", name(schedule), describe(order));
    schedule.replace(order, by, now);
    schedule.next(times.after(now).orElse(null));
    return view(schedule);
  }

  /**
   * Pauses one, or lets it go on; what would have been due in a pause is not done.
   *
   * @throws NotFoundException if there is none
   */
  public ScheduleView pause(long id, boolean paused, String by) {
    Instant now = clock.instant();
    JobScheduleEntry schedule = require(id);
    schedule.pause(paused, by, now);
    schedule.next(times(schedule).after(now).orElse(null));
    audit.record(by, paused ? "schedule.pause" : "schedule.resume", name(schedule), "");
    return view(schedule);
  }

  /**
   * Starts its jobs now, beside its times.
   *
   * @return the first of them
   * @throws NotFoundException if there is no such schedule
   * @throws InvalidInputException if one of its kinds is not offered any more
   */
  public JobView runNow(long id, String by) {
    JobScheduleEntry schedule = require(id);
    JobView first = launch(schedule, by);
    schedule.started(first.id(), clock.instant(), "");
    audit.record(by, "schedule.run", name(schedule), "job " + first.id());
    return first;
  }

  /**
   * Deletes one; {@link #restore} brings it back for thirty days.
   *
   * @throws NotFoundException if there is none
   */
  public void delete(long id, String by) {
    JobScheduleEntry schedule = require(id);
    schedule.delete(by, clock.instant());
    audit.record(by, "schedule.delete", name(schedule), "");
  }

  /**
   * Brings a deleted one back.
   *
   * @throws NotFoundException if there is none, or it was forgotten
   */
  public ScheduleView restore(long id, String by) {
    Instant now = clock.instant();
    JobScheduleEntry schedule =
        store.lock(id).orElseThrow(() -> new NotFoundException("schedule", Long.toString(id)));
    if (schedule.deleted()) {
      schedule.restore(by, now);
      schedule.next(times(schedule).after(now).orElse(null));
      audit.record(by, "schedule.restore", name(schedule), "");
    }
    return view(schedule);
  }

  /** Ids of those whose time has come. */
  public List<Long> due() {
    return store.due(clock.instant());
  }

  /**
   * Starts the jobs of one whose time has come; once, however many times were missed, and not while
   * those of the last time still run.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void fire(long id) {
    Instant now = clock.instant();
    Optional<JobScheduleEntry> due =
        store
            .lock(id)
            .filter(schedule -> !schedule.deleted() && !schedule.paused())
            .filter(schedule -> schedule.nextAt().filter(at -> !at.isAfter(now)).isPresent());
    due.ifPresent(schedule -> fire(schedule, now));
  }

  private void fire(JobScheduleEntry schedule, Instant now) {
    Instant dueAt = schedule.nextAt().orElseThrow();
    CronTimes times = times(schedule);
    schedule.next(times.after(now).orElse(null));
    boolean known =
        schedule.steps().stream()
            .allMatch(
                step -> jobs.offers().stream().anyMatch(offer -> offer.kind().equals(step.kind())));
    if (!known) {
      schedule.remark("Not started at " + dueAt + ": nobody does such jobs here.");
    } else if (busy(schedule)) {
      schedule.remark("Not started at " + dueAt + ": the jobs of the last time were not done yet.");
    } else {
      int more = times.missed(dueAt, now, PUNCTUAL);
      JobView first = launch(schedule, "schedule " + schedule.name());
      schedule.started(
          first.id(),
          now,
          more == 0
              ? ""
              : "%d due times passed while no server ran; done once, for %s."
                  .formatted(more, dueAt));
    }
  }

  private boolean busy(JobScheduleEntry schedule) {
    return schedule
        .lastJob()
        .flatMap(jobStore::find)
        .filter(first -> unfinished(first, MOST_STEPS))
        .isPresent();
  }

  private boolean unfinished(Job job, int deep) {
    return !job.state().ended()
        || (deep > 0
            && jobStore.followersOf(job.id()).stream()
                .anyMatch(follower -> unfinished(follower, deep - 1)));
  }

  private JobView launch(JobScheduleEntry schedule, String by) {
    JobView first = null;
    Long before = null;
    for (ScheduleStep step : schedule.steps()) {
      JobView job =
          jobs.startFor(schedule.id(), new JobOrder(step.kind(), step.parameters(), before), by);
      first = first == null ? job : first;
      before = job.id();
    }
    return first;
  }

  private CronTimes check(ScheduleOrder order, Instant now) {
    if (order.name() == null || order.name().isBlank() || order.name().length() > LONGEST_NAME) {
      throw InvalidInputException.of("/name", "must have 1 to " + LONGEST_NAME + " characters");
    }
    if (order.steps().isEmpty() || order.steps().size() > MOST_STEPS) {
      throw InvalidInputException.of("/steps", "must name 1 to " + MOST_STEPS + " jobs");
    }
    for (int i = 0; i < order.steps().size(); i++) {
      ScheduleStep step = order.steps().get(i);
      int number = i;
      JobOffer offer =
          jobs.offers().stream()
              .filter(known -> known.kind().equals(step.kind()))
              .findFirst()
              .orElseThrow(
                  () ->
                      InvalidInputException.of(
                          "/steps/" + number + "/kind",
                          "must be one of "
                              + String.join(
                                  ", ", jobs.offers().stream().map(JobOffer::kind).toList())));
      offer.complete(step.parameters());
    }
    return CronTimes.of(order.cron(), order.zone(), now);
  }

  private CronTimes times(JobScheduleEntry schedule) {
    return CronTimes.of(schedule.cron(), schedule.zone(), clock.instant());
  }

  private ScheduleView view(JobScheduleEntry schedule) {
    return schedule.view(
        schedule.paused() || schedule.deleted()
            ? List.of()
            : times(schedule).next(clock.instant(), SHOWN_RUNS));
  }

  private JobScheduleEntry require(long id) {
    return store
        .lock(id)
        .filter(schedule -> !schedule.deleted())
        .orElseThrow(() -> new NotFoundException("schedule", Long.toString(id)));
  }

  private static String name(JobScheduleEntry schedule) {
    return "schedule “" + schedule.name() + "”";
  }

  private static String describe(ScheduleOrder order) {
    return "%s, %s in %s: %s"
        .formatted(
            order.name(),
            order.cron(),
            order.zone(),
            String.join(" → ", order.steps().stream().map(ScheduleStep::kind).toList()));
  }
}
