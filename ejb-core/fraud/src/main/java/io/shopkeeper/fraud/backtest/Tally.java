package io.shopkeeper.fraud.backtest;

import io.shopkeeper.fraud.boundary.BacktestHit;
import io.shopkeeper.fraud.boundary.BacktestReport;
import io.shopkeeper.fraud.boundary.Outcome;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds payments up to a report, the oldest first. Plain Java; for one thread. */
final class Tally {

  /** Hits beyond are counted and not listed. */
  static final int MOST_HITS = 20_000;

  private static final int MOST_WEEKS = 520;

  private final ReviewTerms terms;
  private final FigureCount alone = new FigureCount();
  private final FigureCount published = new FigureCount();
  private final FigureCount together = new FigureCount();
  private final Map<String, Long> currencies = new HashMap<>();
  private final Amounts fraudAmount = new Amounts();
  private final Segments segments = new Segments();
  private final CurveCount curve = new CurveCount();
  private final TreeMap<LocalDate, long[]> weeks = new TreeMap<>();
  private final List<BacktestHit> hits = new ArrayList<>();
  private long payments;
  private long frauds;
  private long good;

  Tally(ReviewTerms terms) {
    this.terms = terms;
  }

  void add(JudgedPast past) {
    payments++;
    currencies.merge(past.payment().currency(), 1L, Long::sum);
    if (past.isFraud()) {
      frauds++;
      fraudAmount.add(past.payment());
    }
    good += past.isGood() ? 1 : 0;
    alone.add(past, past.alone());
    published.add(past, past.published());
    together.add(past, past.together());
    segments.add(past);
    curve.add(past);
    week(past);
    if (past.alone() != Outcome.ALLOW && hits.size() < MOST_HITS) {
      hits.add(
          new BacktestHit(
              past.payment().id(),
              Instant.ofEpochMilli(past.payment().time()),
              past.payment().cents(),
              past.payment().currency(),
              past.label(),
              past.published()));
    }
  }

  private void week(JudgedPast past) {
    LocalDate monday =
        Instant.ofEpochMilli(past.payment().time())
            .atOffset(ZoneOffset.UTC)
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    long[] counts = weeks.computeIfAbsent(monday, day -> new long[7]);
    boolean hit = past.alone() != Outcome.ALLOW;
    counts[0]++;
    counts[1] += past.isFraud() ? 1 : 0;
    counts[2] += hit ? 1 : 0;
    counts[3] += hit && past.isFraud() ? 1 : 0;
    counts[4] += hit && past.isGood() ? 1 : 0;
    counts[5] += past.published() != Outcome.ALLOW && past.isFraud() ? 1 : 0;
    counts[6] += past.together() != Outcome.ALLOW && past.isFraud() ? 1 : 0;
  }

  List<BacktestHit> hits() {
    return List.copyOf(hits);
  }

  /**
   * All that was added.
   *
   * @param lists whether the candidate looks into lists
   * @param model the version of the live model; null without one
   */
  BacktestReport report(boolean lists, Integer model) {
    String currency =
        currencies.entrySet().stream()
            .max(
                Map.Entry.<String, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey)
            .orElse("");
    return new BacktestReport(
        currency,
        payments,
        payments - currencies.getOrDefault(currency, 0L),
        frauds,
        fraudAmount.in(currency),
        good,
        alone.figures(currency, terms),
        published.figures(currency, terms),
        together.figures(currency, terms),
        segments.all(currency),
        allWeeks(),
        hits.size(),
        lists,
        model,
        curve.curve(currency, model));
  }

  /** Weeks without a payment, too; more than ten years are not drawn. */
  private List<BacktestReport.Week> allWeeks() {
    List<BacktestReport.Week> all = new ArrayList<>();
    if (weeks.isEmpty()) {
      return all;
    }
    LocalDate first = weeks.lastKey().minusWeeks(MOST_WEEKS);
    first = first.isAfter(weeks.firstKey()) ? first : weeks.firstKey();
    for (LocalDate day = first; !day.isAfter(weeks.lastKey()); day = day.plusWeeks(1)) {
      long[] counts = weeks.getOrDefault(day, new long[7]);
      all.add(
          new BacktestReport.Week(
              day, counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]));
    }
    return all;
  }
}
