package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.platform.boundary.InvalidInputException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times in one way of writing, with their zone: what has none is read where the shop is. A time
 * that daylight saving skips moves on by the gap, one that occurs twice is the earlier. Whether
 * days or months come first in 3/4/2026 is learnt from dates that leave no doubt.
 */
final class TimeStep implements Step {

  private static final Pattern ISO =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?))?");
  private static final Pattern PARTS =
      Pattern.compile(
          "(\\d{1,4})[./年-](\\d{1,2})[./月-](\\d{1,4})日?"
              + "(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\s*([AaPp])[Mm])?)?");
  private static final int NOON = 12;

  /** What comes first where the year is last. */
  enum Order {
    AUTO,
    DAY_FIRST,
    MONTH_FIRST
  }

  /**
   * What to do.
   *
   * @param zone null for the shop's
   * @param fields empty for all times
   */
  record Options(ZoneId zone, Order order, List<String> fields) {

    static Options read(OptionReader reader) {
      String zone = reader.text("zone");
      try {
        return new Options(
            zone.isEmpty() ? null : ZoneId.of(zone),
            reader.choice("order", Order.class),
            reader.words("fields"));
      } catch (DateTimeException unknown) {
        throw InvalidInputException.of("zone", "must be a time zone such as Europe/Berlin");
      }
    }
  }

  private final Options options;
  private final ZoneId zone;
  private long dayFirst;
  private long monthFirst;

  TimeStep(Options options, ZoneId shops) {
    this.options = options;
    this.zone = options.zone() == null ? shops : options.zone();
  }

  @Override
  public void learn(Draft known) {}

  @Override
  public void observe(Draft row) {
    for (String field : row.fields()) {
      Matcher parts = PARTS.matcher(row.get(field).orElse(""));
      if (isTime(field) && parts.matches() && parts.group(1).length() <= 2) {
        dayFirst += Integer.parseInt(parts.group(1)) > NOON ? 1 : 0;
        monthFirst += Integer.parseInt(parts.group(2)) > NOON ? 1 : 0;
      }
    }
    clean(row);
  }

  @Override
  public void clean(Draft row) {
    for (String field : row.fields()) {
      if (isTime(field)) {
        row.get(field).ifPresent(value -> clean(row, field, value));
      }
    }
  }

  private boolean isTime(String field) {
    return options.fields().isEmpty() ? Fields.isTime(field) : options.fields().contains(field);
  }

  private void clean(Draft row, String field, String value) {
    try {
      Matcher iso = ISO.matcher(value);
      if (iso.matches()) {
        LocalTime time = iso.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(iso.group(2));
        row.read(field, inZone(LocalDate.parse(iso.group(1)).atTime(time)), "time.zone");
        return;
      }
      Matcher parts = PARTS.matcher(value);
      if (parts.matches()) {
        Optional<LocalDate> date = date(row, field, parts);
        if (date.isPresent()) {
          row.repair(field, inZone(date.get().atTime(time(parts))), "time.form", "");
        }
      }
    } catch (DateTimeException noTime) {
      row.fault(field, "time.none", "is no time: " + value);
    }
  }

  private String inZone(LocalDateTime time) {
    return time.atZone(zone).toInstant().toString();
  }

  private Optional<LocalDate> date(Draft row, String field, Matcher parts) {
    int first = Integer.parseInt(parts.group(1));
    int second = Integer.parseInt(parts.group(2));
    int third = Integer.parseInt(parts.group(3));
    if (parts.group(1).length() == 4) {
      return Optional.of(LocalDate.of(first, second, third));
    }
    if (parts.group(3).length() != 4) {
      return Optional.empty();
    }
    boolean open = first <= NOON && second <= NOON && first != second;
    boolean days = first > NOON || (second <= NOON && daysFirst());
    if (open && options.order() == Order.AUTO && dayFirst + monthFirst == 0) {
      row.doubt(
          field,
          "time.ambiguous",
          "may be the %d.%d. or the %d.%d.".formatted(first, second, second, first));
    }
    return Optional.of(
        days ? LocalDate.of(third, second, first) : LocalDate.of(third, first, second));
  }

  private boolean daysFirst() {
    return switch (options.order()) {
      case DAY_FIRST -> true;
      case MONTH_FIRST -> false;
      case AUTO -> dayFirst >= monthFirst;
    };
  }

  private static LocalTime time(Matcher parts) {
    if (parts.group(4) == null) {
      return LocalTime.MIDNIGHT;
    }
    int hour = Integer.parseInt(parts.group(4));
    if (parts.group(7) != null) {
      hour = hour % NOON + (parts.group(7).equalsIgnoreCase("p") ? NOON : 0);
    }
    return LocalTime.of(
        hour,
        Integer.parseInt(parts.group(5)),
        parts.group(6) == null ? 0 : Integer.parseInt(parts.group(6)));
  }
}
