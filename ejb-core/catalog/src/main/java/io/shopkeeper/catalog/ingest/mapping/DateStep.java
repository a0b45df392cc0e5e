package io.shopkeeper.catalog.ingest.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/** Reads a date in a format of the shop's own and writes it as ISO 8601 in UTC. */
final class DateStep implements Step {

  private final String pattern;
  private final DateTimeFormatter format;
  private final ZoneId zone;

  /**
   * @param pattern as of {@link DateTimeFormatter}, such as {@code d.M.yyyy H:mm}
   * @param zone where a time without one was read from a clock
   * @throws IllegalArgumentException if either makes no sense
   */
  DateStep(String pattern, String zone) {
    this.pattern = pattern;
    try {
      this.format =
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern(pattern)
              .toFormatter(Locale.ENGLISH);
      this.zone = ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(unknown.getMessage(), unknown);
    }
  }

  @Override
  public String apply(String value, RowValues row) throws StepFailedException {
    try {
      TemporalAccessor read = format.parse(value.strip());
      if (read.isSupported(ChronoField.OFFSET_SECONDS)) {
        return OffsetDateTime.from(read).toInstant().toString();
      }
      LocalTime time = read.query(TemporalQueries.localTime());
      return LocalDateTime.of(LocalDate.from(read), time == null ? LocalTime.MIDNIGHT : time)
          .atZone(zone)
          .toInstant()
          .toString();
    } catch (DateTimeException unreadable) {
      throw new StepFailedException(
          "must be a date such as %s, but is %s".formatted(pattern, Steps.shorten(value)));
    }
  }
}
