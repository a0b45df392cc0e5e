package io.shopkeeper.fraud.boundary.volume;

import java.time.LocalDate;
import java.util.List;

/**
 * How many alerts a day are to be expected at the thresholds in force.
 *
 * @param known complete days of the past that it is made from
 * @param days the next ones, in UTC; today first
 * @param week all of the first seven together
 * @param fortnight all of the fourteen
 * @param check how such forecasts did on the days that are over
 */
public record AlertOutlook(int known, List<Day> days, Sum week, Sum fortnight, Check check) {

  public AlertOutlook {
    days = List.copyOf(days);
  }

  /**
   * A day.
   *
   * @param payments expected
   * @param alerts expected
   * @param low and {@code high}: between them lie the alerts of four of five such days
   */
  public record Day(LocalDate day, double payments, double alerts, long low, long high) {}

  /** Alerts of several days together, with the same interval. */
  public record Sum(double alerts, long low, long high) {}

  /**
   * What was forecast a week ahead, each time from the days before alone, beside what came.
   *
   * @param days that were forecast so; 0 where too few are known
   * @param inside of how many of them the alerts lay within the interval
   * @param error sum of absolute errors by the sum of alerts; NaN where there were none
   * @param naive the same of a forecast that says what the same weekday of the week before had
   * @param points the days
   */
  public record Check(int days, int inside, double error, double naive, List<Point> points) {

    public Check {
      points = List.copyOf(points);
    }
  }

  /**
   * A day that is over.
   *
   * @param came alerts at the thresholds of today
   */
  public record Point(LocalDate day, long came, double expected, long low, long high) {}
}
