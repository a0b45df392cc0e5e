package io.shopkeeper.platform.boundary.list;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** A day in UTC as two times in milliseconds. */
final class ListDay {

  private ListDay() {}

  /** Its first millisecond and that of the next day; empty for a text that is no day. */
  static Optional<List<Object>> bounds(String text) {
    try {
      LocalDate day = LocalDate.parse(text.strip());
      return Optional.of(List.of(millis(day), millis(day.plusDays(1))));
    } catch (DateTimeParseException other) {
      return Optional.empty();
    }
  }

  private static long millis(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }
}
