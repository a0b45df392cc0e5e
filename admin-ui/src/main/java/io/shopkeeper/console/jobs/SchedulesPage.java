package io.shopkeeper.console.jobs;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.ScheduleView;
import io.shopkeeper.platform.boundary.Schedules;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** What starts by the clock. */
@Named("schedules")
@RequestScoped
public class SchedulesPage {

  @Inject private Schedules schedules;
  @Inject private Jobs jobs;
  @Inject private Asked asked;
  @Inject private Reader reader;
  @Inject private Me me;
  @Inject private Say say;

  private List<ScheduleView> all;

  /** Does what the button that was pressed says. */
  public String act() {
    try {
      asked.act("pause").map(Long::valueOf).ifPresent(id -> pause(id, true));
      asked.act("resume").map(Long::valueOf).ifPresent(id -> pause(id, false));
      asked.act("restore").map(Long::valueOf).ifPresent(this::restore);
      if (asked.act("delete").isPresent()) {
        return delete(Long.parseLong(asked.act("delete").get()));
      }
      return asked.act("run").map(Long::valueOf).map(this::run).orElse(null);
    } catch (NotFoundException gone) {
      say.bad("schedules.gone");
    } catch (InvalidInputException unknown) {
      say.bad("schedules.unknown");
    }
    return null;
  }

  private String run(long id) {
    me.require(Right.RUN_JOBS);
    JobView first = schedules.runNow(id, me.getName());
    return "/job?id=" + first.id() + "&faces-redirect=true";
  }

  private void pause(long id, boolean paused) {
    me.require(Right.RUN_JOBS);
    ScheduleView schedule = schedules.pause(id, paused, me.getName());
    say.ok(paused ? "schedules.paused" : "schedules.resumed", schedule.name());
  }

  private String delete(long id) {
    me.require(Right.RUN_JOBS);
    schedules.delete(id, me.getName());
    return "/schedules?deleted=" + id + "&faces-redirect=true";
  }

  private void restore(long id) {
    me.require(Right.RUN_JOBS);
    say.ok("schedules.restored", schedules.restore(id, me.getName()).name());
  }

  /** The schedule that was just deleted and may be brought back; null if none was. */
  public ScheduleView getDeleted() {
    return asked
        .number("deleted")
        .flatMap(schedules::find)
        .filter(schedule -> getAll().stream().noneMatch(other -> other.id() == schedule.id()))
        .orElse(null);
  }

  public List<ScheduleView> getAll() {
    if (all == null) {
      all = schedules.all();
    }
    return all;
  }

  /** The times in words. */
  public String when(ScheduleView schedule) {
    return schedules.describe(schedule.cron(), reader.getLocale());
  }

  /** A time as its zone writes it. */
  public String at(java.time.Instant time, String zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
        .withLocale(reader.getLocale())
        .format(time.atZone(ZoneId.of(zone)));
  }

  /** The job that it started last; null if none or it is forgotten. */
  public JobView last(ScheduleView schedule) {
    return schedule.lastJob() == null ? null : jobs.find(schedule.lastJob()).orElse(null);
  }
}
