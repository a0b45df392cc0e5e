package io.shopkeeper.ml.split;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A split by days: {@code dates:2018-07-25..2018-07-31,2018-08-08..2018-08-14} learns from the
 * first days and judges the second, both with their ends, in UTC; all other rows are in neither.
 *
 * @param text as it was written
 */
public record DateRanges(
    String text, LocalDate trainFrom, LocalDate trainTo, LocalDate testFrom, LocalDate testTo) {

  /** What such a split begins with. */
  public static final String PREFIX = "dates:";

  private static final long DAY = 86_400_000;
  private static final String DATE = "(\\d{4}-\\d{2}-\\d{2})";
  private static final Pattern FORM =
      Pattern.compile(PREFIX + DATE + "[.]{2}" + DATE + "," + DATE + "[.]{2}" + DATE);

  /**
   * Reads it.
   *
   * @throws WrongOptionException of the option {@code split}, with the way to write it
   */
  public static DateRanges parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw wrong("must be dates:FROM..TO,FROM..TO with days such as 2018-07-25, but is " + text);
    }
    try {
      var ranges =
          new DateRanges(
              text,
              LocalDate.parse(matcher.group(1)),
              LocalDate.parse(matcher.group(2)),
              LocalDate.parse(matcher.group(3)),
              LocalDate.parse(matcher.group(4)));
      if (ranges.trainTo.isBefore(ranges.trainFrom)
          || ranges.testTo.isBefore(ranges.testFrom)
          || !ranges.testFrom.isAfter(ranges.trainTo)) {
        throw wrong("must name days to learn from and later days to judge, but is " + text);
      }
      return ranges;
    } catch (DateTimeException none) {
      throw wrong(
          "must name days of the calendar, but is %s (%s)".formatted(text, none.getMessage()));
    }
  }

  private static WrongOptionException wrong(String problem) {
    return new WrongOptionException("split", problem);
  }

  /**
   * The rows.
   *
   * @param times milliseconds of the epoch
   */
  public Fold divide(long[] times) {
    return new Fold(within(times, trainFrom, trainTo), within(times, testFrom, testTo));
  }

  private static int[] within(long[] times, LocalDate from, LocalDate to) {
    long begin = from.toEpochDay() * DAY;
    long end = (to.toEpochDay() + 1) * DAY;
    return IntStream.range(0, times.length)
        .filter(row -> times[row] >= begin && times[row] < end)
        .toArray();
  }
}
