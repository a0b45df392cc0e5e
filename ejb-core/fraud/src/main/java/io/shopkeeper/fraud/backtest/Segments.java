package io.shopkeeper.fraud.backtest;

import io.shopkeeper.fraud.boundary.BacktestReport;
import io.shopkeeper.fraud.boundary.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a candidate would have done to parts of the payments. For one thread. */
final class Segments {

  /** Countries with the most payments; the others are one. */
  static final int MOST_COUNTRIES = 10;

  /** Lower ends of the bands of amounts, in the payment's currency. */
  static final List<Integer> BANDS = List.of(0, 20, 50, 100, 200, 500, 1000);

  private static final double PER_UNIT = 100;

  private final Map<String, Counts> countries = new TreeMap<>();
  private final Map<String, Counts> amounts = new LinkedHashMap<>();
  private final Map<String, Counts> customers = new LinkedHashMap<>();

  private static final class Counts {
    private final Amounts caughtAmount = new Amounts();
    private long payments;
    private long frauds;
    private long hits;
    private long caught;
    private long falseAlarms;

    void add(JudgedPast past) {
      payments++;
      frauds += past.isFraud() ? 1 : 0;
      if (past.alone() == Outcome.ALLOW) {
        return;
      }
      hits++;
      falseAlarms += past.isGood() ? 1 : 0;
      if (past.isFraud()) {
        caught++;
        caughtAmount.add(past.payment());
      }
    }

    BacktestReport.Segment view(String kind, String name, String currency) {
      return new BacktestReport.Segment(
          kind, name, payments, frauds, hits, caught, falseAlarms, caughtAmount.in(currency));
    }

    static BacktestReport.Segment sum(List<BacktestReport.Segment> all) {
      return new BacktestReport.Segment(
          "country",
          "*",
          all.stream().mapToLong(BacktestReport.Segment::payments).sum(),
          all.stream().mapToLong(BacktestReport.Segment::frauds).sum(),
          all.stream().mapToLong(BacktestReport.Segment::hits).sum(),
          all.stream().mapToLong(BacktestReport.Segment::caught).sum(),
          all.stream().mapToLong(BacktestReport.Segment::falseAlarms).sum(),
          all.stream().mapToLong(BacktestReport.Segment::caughtCents).sum());
    }
  }

  Segments() {
    BANDS.forEach(band -> amounts.put(band.toString(), new Counts()));
    List.of("new", "known", "guest").forEach(name -> customers.put(name, new Counts()));
  }

  void add(JudgedPast past) {
    String country = past.payment().country() == null ? "" : past.payment().country();
    countries
        .computeIfAbsent(country.strip().toUpperCase(Locale.ROOT), name -> new Counts())
        .add(past);
    amounts.get(band(past.payment().cents())).add(past);
    customers
        .get(Double.isNaN(past.knownDays()) ? "guest" : past.knownDays() > 0 ? "known" : "new")
        .add(past);
  }

  private static String band(long cents) {
    return BANDS.stream()
        .filter(low -> cents >= low * PER_UNIT)
        .reduce(BANDS.getFirst(), Math::max)
        .toString();
  }

  List<BacktestReport.Segment> all(String currency) {
    List<BacktestReport.Segment> byCountry = new ArrayList<>();
    countries.forEach((name, counts) -> byCountry.add(counts.view("country", name, currency)));
    byCountry.sort(
        Comparator.comparingLong(BacktestReport.Segment::payments)
            .reversed()
            .thenComparing(BacktestReport.Segment::name));
    int shown = Math.min(MOST_COUNTRIES, byCountry.size());
    List<BacktestReport.Segment> all = new ArrayList<>(byCountry.subList(0, shown));
    if (shown < byCountry.size()) {
      all.add(Counts.sum(byCountry.subList(shown, byCountry.size())));
    }
    amounts.forEach((name, counts) -> all.add(counts.view("amount", name, currency)));
    customers.forEach((name, counts) -> all.add(counts.view("customer", name, currency)));
    return all;
  }
}
