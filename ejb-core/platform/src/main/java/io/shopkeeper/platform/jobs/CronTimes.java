package io.shopkeeper.platform.jobs;

import com.cronutils.descriptor.CronDescriptor;
import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * When a schedule is due: Unix cron with five fields, read in a time zone. A time that the clocks
 * skip in spring comes right after the gap; one that they repeat in autumn comes once.
 */
public final class CronTimes {

  private static final int MOST_MISSED = 100_000;

  private final ExecutionTime times;
  private final ZoneId zone;

  private CronTimes(Cron cron, ZoneId zone) {
    this.times = ExecutionTime.forCron(cron);
    this.zone = zone;
  }

  /**
   * Reads both.
   *
   * @throws InvalidInputException if one makes no sense, or the schedule would never be due
   */
  public static CronTimes of(String cron, String zone, Instant now) {
    CronTimes times = new CronTimes(parse(cron), zone(zone));
    if (times.after(now).isEmpty()) {
      throw InvalidInputException.of("/cron", "is never due");
    }
    return times;
  }

  /** The next time behind this one. */
  public Optional<Instant> after(Instant instant) {
    Optional<Instant> next = next(instant, zone);
    ZoneOffsetTransition change = zone.getRules().nextTransition(instant);
    if (change == null || !change.isGap()) {
      return next;
    }
    Instant gap = change.getInstant();
    boolean skips =
        next.filter(time -> !time.isAfter(gap)).isEmpty()
            && next(instant, change.getOffsetBefore())
                .filter(time -> !time.isBefore(gap))
                .filter(time -> time.isBefore(gap.plus(change.getDuration())))
                .isPresent();
    return skips ? Optional.of(gap) : next;
  }

  private Optional<Instant> next(Instant instant, ZoneId in) {
    return times.nextExecution(instant.atZone(in)).map(ZonedDateTime::toInstant);
  }

  /** The next so many. */
  public List<Instant> next(Instant from, int n) {
    var next = new ArrayList<Instant>(n);
    Optional<Instant> time = after(from);
    while (time.isPresent() && next.size() < n) {
      next.add(time.get());
      time = after(time.get());
    }
    return next;
  }

  /**
   * How many times passed, the first one with them.
   *
   * @param punctual 0 is answered where the first one is not longer ago than this
   */
  public int missed(Instant first, Instant now, Duration punctual) {
    if (!now.isAfter(first.plus(punctual))) {
      return 0;
    }
    int count = 1;
    Optional<Instant> time = after(first);
    while (time.isPresent() && !time.get().isAfter(now) && count < MOST_MISSED) {
      count++;
      time = after(time.get());
    }
    return count;
  }

  /** The time in words; the text itself where it makes no sense. */
  public static String describe(String cron, Locale language) {
    try {
      return CronDescriptor.instance(language).describe(parse(cron));
    } catch (InvalidInputException nonsense) {
      return cron;
    }
  }

  private static Cron parse(String text) {
    if (text == null || text.isBlank() || text.length() > 120) {
      throw InvalidInputException.of(
          "/cron", "must have five fields: minute, hour, day of month, month, day of week");
    }
    try {
      return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
          .parse(text.strip())
          .validate();
    } catch (IllegalArgumentException wrong) {
      throw InvalidInputException.of(
          "/cron",
          "is no time in five fields (minute, hour, day of month, month, day of week): "
              + wrong.getMessage());
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text == null ? "" : text);
    } catch (DateTimeException unknown) {
      throw InvalidInputException.of("/zone", "must be a time zone such as Europe/Berlin or UTC");
    }
  }
}
