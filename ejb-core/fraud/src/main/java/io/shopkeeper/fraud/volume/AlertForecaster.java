package io.shopkeeper.fraud.volume;

import io.shopkeeper.fraud.boundary.volume.AlertOutlook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Forecasts alerts by day: payments by weekday over up to eight weeks times the level of the last
 * two weeks times the share of alerts of the last four. The interval follows from how much more
 * than by chance (Poisson) the days before scattered, on the scale of square roots, so that it is
 * never below zero. Plain Java, for one thread.
 */
public final class AlertForecaster {

  /** Complete days that are needed. */
  public static final int FEWEST = 14;

  /** Days ahead. */
  static final int AHEAD = 14;

  private static final int WEEK = 7;
  private static final int SEASON = 8 * WEEK;
  private static final int LEVEL = 2 * WEEK;
  private static final int SHARE = 4 * WEEK;
  private static final int ORIGINS = 4;

  /** Of the normal distribution: four fifths lie within. */
  private static final double Z80 = 1.2815515655446004;

  private final LocalDate first;
  private final long[] payments;
  private final long[] alerts;

  /**
   * For days of the past without gaps, complete ones alone.
   *
   * @param first of the days
   * @param payments by day
   * @param alerts by day
   */
  AlertForecaster(LocalDate first, long[] payments, long[] alerts) {
    this.first = first;
    this.payments = payments.clone();
    this.alerts = alerts.clone();
  }

  /** The forecast; empty where fewer than {@value #FEWEST} days are known. */
  Optional<AlertOutlook> outlook() {
    int known = payments.length;
    if (known < FEWEST) {
      return Optional.empty();
    }
    var fit = new Fit(known);
    List<AlertOutlook.Day> days = new ArrayList<>();
    for (int ahead = 0; ahead < AHEAD; ahead++) {
      double expected = fit.alerts(known + ahead);
      AlertOutlook.Sum sum = fit.sum(expected);
      days.add(
          new AlertOutlook.Day(
              first.plusDays(known + ahead),
              fit.payments(known + ahead),
              expected,
              sum.low(),
              sum.high()));
    }
    return Optional.of(
        new AlertOutlook(known, days, fit.sum(days, WEEK), fit.sum(days, AHEAD), check()));
  }

  /** Each of the last weeks, forecast from what was known before it. */
  private AlertOutlook.Check check() {
    List<AlertOutlook.Point> points = new ArrayList<>();
    double naive = 0;
    for (int origin = payments.length - ORIGINS * WEEK; origin < payments.length; origin += WEEK) {
      if (origin >= FEWEST) {
        var fit = new Fit(origin);
        for (int day = origin; day < origin + WEEK; day++) {
          double expected = fit.alerts(day);
          AlertOutlook.Sum sum = fit.sum(expected);
          points.add(
              new AlertOutlook.Point(
                  first.plusDays(day), alerts[day], expected, sum.low(), sum.high()));
          naive += Math.abs(alerts[day] - alerts[day - WEEK]);
        }
      }
    }
    double came = points.stream().mapToDouble(AlertOutlook.Point::came).sum();
    double wrong = points.stream().mapToDouble(one -> Math.abs(one.came() - one.expected())).sum();
    int inside =
        (int)
            points.stream()
                .filter(one -> one.came() >= one.low() && one.came() <= one.high())
                .count();
    return new AlertOutlook.Check(
        points.size(),
        inside,
        came == 0 ? Double.NaN : wrong / came,
        came == 0 ? Double.NaN : naive / came,
        points);
  }

  /** What is known before a day. */
  private final class Fit {
    private final double[] weekday = new double[WEEK];
    private final double level;
    private final double share;
    private final double scatter;
    private final double seen;

    Fit(int end) {
      season(end);
      int from = Math.max(0, end - LEVEL);
      double sum = 0;
      double weights = 0;
      for (int day = from; day < end; day++) {
        sum += payments[day];
        weights += weekday[day % WEEK];
      }
      level = weights == 0 ? 0 : sum / weights;
      int since = Math.max(0, end - SHARE);
      double called = 0;
      double all = 0;
      for (int day = since; day < end; day++) {
        called += alerts[day];
        all += payments[day];
      }
      share = all == 0 ? 0 : called / all;
      seen = called;
      scatter = scatter(since, end);
    }

    /** How much of a mean day each weekday has; 1 where too little is known. */
    private void season(int end) {
      int from = Math.max(0, end - SEASON);
      double[] sums = new double[WEEK];
      int[] days = new int[WEEK];
      double all = 0;
      for (int day = from; day < end; day++) {
        sums[day % WEEK] += payments[day];
        days[day % WEEK]++;
        all += payments[day];
      }
      double mean = all / (end - from);
      for (int place = 0; place < WEEK; place++) {
        weekday[place] = mean == 0 ? 1 : sums[place] / days[place] / mean;
      }
    }

    /** Variance by mean of what came beside what would be expected; 1 is chance alone. */
    private double scatter(int since, int end) {
      double sum = 0;
      int days = 0;
      for (int day = since; day < end; day++) {
        double expected = alerts(day);
        if (expected > 0) {
          sum += (alerts[day] - expected) * (alerts[day] - expected) / expected;
          days++;
        }
      }
      return days < FEWEST / 2 ? 1 : Math.max(1, sum / (days - 2));
    }

    double payments(int day) {
      return level * weekday[day % WEEK];
    }

    double alerts(int day) {
      return payments(day) * share;
    }

    AlertOutlook.Sum sum(List<AlertOutlook.Day> days, int first) {
      return sum(days.stream().limit(first).mapToDouble(AlertOutlook.Day::alerts).sum());
    }

    /** The days scatter, and the level itself is only as sure as the alerts that were seen. */
    AlertOutlook.Sum sum(double expected) {
      double variance = scatter * expected + (seen == 0 ? 0 : scatter * expected * expected / seen);
      double root = Math.sqrt(expected);
      double half = root == 0 ? Z80 / 2 : Z80 * Math.sqrt(variance) / (2 * root);
      double low = Math.max(0, root - half);
      return new AlertOutlook.Sum(
          expected, (long) Math.floor(low * low), (long) Math.ceil((root + half) * (root + half)));
    }
  }
}
