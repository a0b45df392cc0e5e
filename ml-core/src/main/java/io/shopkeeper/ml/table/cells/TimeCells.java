package io.shopkeeper.ml.table.cells;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Columns of times, as milliseconds of the epoch in UTC: {@code 2018-07-25 10:30:00} and ISO 8601,
 * {@code 7/25/2018 10:30} and {@code 25/7/2018 10:30} (which of both a column says by a number
 * above 12; else the month comes first; with points the day does), and whole numbers.
 */
public final class TimeCells {

  /** Where a cell has no time. */
  public static final long MISSING = Long.MIN_VALUE;

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,4})([/.-])(\\d{1,2})\\2(\\d{1,4})(?:[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?)?(?: ?([AaPp])[Mm])?(?:Z| ?UTC|[+]00:?00)?");

  private static final double MOSTLY = 0.99;
  private static final long DAY = 86_400_000;

  /** Whole numbers from here on are microseconds, then milliseconds, then seconds. */
  private static final long MICROS = 100_000_000_000_000L;

  private static final long MILLIS = 100_000_000_000L;
  private static final long SECONDS = 100_000;
  private static final long HOUR = 3_600_000;

  private TimeCells() {}

  /**
   * A column of days and times; empty if hardly all that is there is one. The few that are not are
   * missing.
   */
  public static Optional<long[]> of(List<String> cells) {
    boolean dayFirst = false;
    int there = 0;
    int fit = 0;
    for (int row = 0; row < cells.size(); row++) {
      String cell = cells.get(row);
      if (cell != null) {
        there++;
        Matcher matcher = FORM.matcher(cell);
        if (matcher.matches()) {
          fit++;
          dayFirst |= Integer.parseInt(matcher.group(1)) > 12 || matcher.group(2).equals(".");
        }
        if (there == 100 && fit < MOSTLY * there) {
          return Optional.empty();
        }
      }
    }
    if (fit == 0 || fit < MOSTLY * there) {
      return Optional.empty();
    }
    long[] times = new long[cells.size()];
    for (int row = 0; row < times.length; row++) {
      times[row] = time(cells.get(row), dayFirst);
    }
    return Optional.of(times);
  }

  /** Either of both. */
  public static Optional<long[]> any(List<String> cells) {
    return of(cells).or(() -> ofNumbers(cells));
  }

  /**
   * A column of whole numbers that count time: of the epoch or from any beginning in micro- or
   * milliseconds, seconds, or, where they are few, hours; by the greatest one.
   *
   * @return empty if any cell is something else
   */
  public static Optional<long[]> ofNumbers(List<String> cells) {
    long[] times = new long[cells.size()];
    for (int row = 0; row < times.length; row++) {
      String cell = cells.get(row);
      int point = cell == null ? -1 : cell.indexOf('.');
      String whole = point < 0 ? cell : cell.substring(0, point);
      if (whole == null || !whole.matches("-?\\d{1,18}")) {
        return Optional.empty();
      }
      times[row] = Long.parseLong(whole);
    }
    long greatest = Arrays.stream(times).max().orElse(0);
    for (int row = 0; row < times.length; row++) {
      times[row] =
          greatest >= MICROS
              ? times[row] / 1000
              : greatest >= MILLIS
                  ? times[row]
                  : greatest >= SECONDS ? times[row] * 1000 : times[row] * HOUR;
    }
    return Optional.of(times);
  }

  private static long time(String cell, boolean dayFirst) {
    Matcher matcher = cell == null ? null : FORM.matcher(cell);
    if (matcher == null || !matcher.matches()) {
      return MISSING;
    }
    int first = Integer.parseInt(matcher.group(1));
    int second = Integer.parseInt(matcher.group(3));
    int third = Integer.parseInt(matcher.group(4));
    try {
      LocalDate day =
          matcher.group(1).length() == 4
              ? LocalDate.of(first, second, third)
              : LocalDate.of(
                  third < 100 ? 2000 + third : third,
                  dayFirst ? second : first,
                  dayFirst ? first : second);
      return day.toEpochDay() * DAY + ofDay(matcher);
    } catch (DateTimeException none) {
      return MISSING;
    }
  }

  private static long ofDay(Matcher matcher) {
    if (matcher.group(5) == null) {
      return 0;
    }
    long hour = Long.parseLong(matcher.group(5));
    if (matcher.group(9) != null) {
      hour = hour % 12 + (matcher.group(9).equalsIgnoreCase("p") ? 12 : 0);
    }
    long millis = hour * HOUR + Long.parseLong(matcher.group(6)) * 60_000;
    if (matcher.group(7) != null) {
      millis += Long.parseLong(matcher.group(7)) * 1000;
    }
    return matcher.group(8) == null
        ? millis
        : millis + Long.parseLong((matcher.group(8) + "00").substring(0, 3));
  }
}
