package io.shopkeeper.console.jobs;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.ScheduleOrder;
import io.shopkeeper.platform.boundary.ScheduleStep;
import io.shopkeeper.platform.boundary.ScheduleView;
import io.shopkeeper.platform.boundary.Schedules;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A schedule to make or to change. */
@Named("schedule")
@RequestScoped
public class SchedulePage {

  private static final int STEPS = 3;

  @Inject private Schedules schedules;
  @Inject private JobLook look;
  @Inject private Asked asked;
  @Inject private Reader reader;
  @Inject private Words words;
  @Inject private Me me;
  @Inject private Say say;

  private Optional<ScheduleView> kept = Optional.empty();
  private String name;
  private final String[] steps = new String[STEPS];
  private String preset = "daily";
  private String time = "03:30";
  private String day = "1";
  private String cron = "";
  private String zone;
  private List<Instant> preview = List.of();

  @PostConstruct
  void begin() {
    zone = reader.getLocale().getLanguage().equals("zh") ? "Asia/Shanghai" : "UTC";
    kept = asked.number("id").flatMap(schedules::find);
    kept.ifPresent(this::fill);
  }

  private void fill(ScheduleView schedule) {
    name = schedule.name();
    cron = schedule.cron();
    preset = "cron";
    zone = schedule.zone();
    for (int i = 0; i < Math.min(STEPS, schedule.steps().size()); i++) {
      steps[i] = look.value(schedule.steps().get(i));
    }
  }

  /** Says so where there is no such schedule. */
  public void load() throws IOException {
    if (asked.number("id").isPresent() && kept.isEmpty()) {
      NotFound.answer();
    }
  }

  /** Shows when it would start. */
  public String show() {
    order().ifPresent(order -> preview = schedules.preview(order.cron(), order.zone()));
    return null;
  }

  /** Keeps it. */
  public String save() {
    me.require(Right.RUN_JOBS);
    Optional<ScheduleOrder> order = order();
    if (order.isEmpty()) {
      return null;
    }
    try {
      ScheduleView saved =
          kept.isPresent()
              ? schedules.edit(
                  kept.get().id(), order.get(), asked.number("edition").orElse(null), me.getName())
              : schedules.create(order.get(), me.getName());
      say.ok("schedules.saved", saved.name());
      return "/schedules?faces-redirect=true";
    } catch (ConflictException changed) {
      say.bad("schedules.changed");
    } catch (InvalidInputException wrong) {
      tell(wrong);
    }
    return null;
  }

  private Optional<ScheduleOrder> order() {
    try {
      var chosen = new ArrayList<ScheduleStep>();
      for (String step : steps) {
        if (step != null && !step.isBlank()) {
          chosen.add(look.step(step));
        }
      }
      var order = new ScheduleOrder(name, chosen, cron(), zone);
      schedules.preview(order.cron(), order.zone());
      return Optional.of(order);
    } catch (InvalidInputException wrong) {
      tell(wrong);
      return Optional.empty();
    }
  }

  private void tell(InvalidInputException wrong) {
    for (FieldError error : wrong.errors()) {
      String key =
          "schedule.wrong" + error.pointer().replaceFirst("/steps.*", "/steps").replace('/', '.');
      if (words.words().containsKey(key)) {
        say.bad(key);
      } else {
        say.badText(error.message());
      }
    }
  }

  private String cron() {
    String[] clock = time != null && time.matches("\\d\\d:\\d\\d") ? time.split(":") : null;
    if (preset.equals("cron") || clock == null) {
      return cron;
    }
    int hour = Integer.parseInt(clock[0]);
    int minute = Integer.parseInt(clock[1]);
    return switch (preset) {
      case "hourly" -> minute + " * * * *";
      case "weekly" -> "%d %d * * %s".formatted(minute, hour, day);
      case "monthly" -> "%d %d 1 * *".formatted(minute, hour);
      default -> "%d %d * * *".formatted(minute, hour);
    };
  }

  /** The days of a week, Monday first, in the reader's language. */
  public List<JobLook.Choice> getDays() {
    return java.util.Arrays.stream(java.time.DayOfWeek.values())
        .map(
            weekday ->
                new JobLook.Choice(
                    Integer.toString(weekday.getValue() % 7),
                    weekday.getDisplayName(java.time.format.TextStyle.FULL, reader.getLocale())))
        .toList();
  }

  public List<String> getZones() {
    return List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()));
  }

  /** Numbers of the steps that a schedule may have. */
  public int[] getPlaces() {
    return java.util.stream.IntStream.range(0, STEPS).toArray();
  }

  /** The time in words, once it is known. */
  public String getInWords() {
    return schedules.describe(cron(), reader.getLocale());
  }

  public List<Instant> getPreview() {
    return preview;
  }

  public boolean isFresh() {
    return kept.isEmpty();
  }

  public long getId() {
    return kept.map(ScheduleView::id).orElse(0L);
  }

  public long getEdition() {
    return asked.number("edition").orElse(kept.map(ScheduleView::edition).orElse(0L));
  }

  public String[] getSteps() {
    return steps;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPreset() {
    return preset;
  }

  public void setPreset(String preset) {
    this.preset = preset == null ? "daily" : preset;
  }

  public String getTime() {
    return time;
  }

  public void setTime(String time) {
    this.time = time;
  }

  public String getDay() {
    return day;
  }

  public void setDay(String day) {
    this.day = day;
  }

  public String getCron() {
    return cron;
  }

  public void setCron(String cron) {
    this.cron = cron == null ? "" : cron;
  }

  public String getZone() {
    return zone;
  }

  public void setZone(String zone) {
    this.zone = zone;
  }
}
