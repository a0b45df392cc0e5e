package io.shopkeeper.console.fraud;

import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.jobs.CurveChart;
import io.shopkeeper.console.ledger.Cells;
import io.shopkeeper.fraud.boundary.BacktestReport;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.threshold.CostTerms;
import io.shopkeeper.fraud.boundary.threshold.ScoreThresholds;
import io.shopkeeper.fraud.boundary.threshold.ThresholdDesk;
import io.shopkeeper.fraud.boundary.threshold.ThresholdFigures;
import io.shopkeeper.platform.boundary.CurvePoint;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** What the thresholds that are looked at would have cost, beside those that hold now. */
@Named("thresholdCosts")
@RequestScoped
public class ThresholdCosts {

  private static final double CENTS = 100;
  private static final double TENTHS = 10;

  @Inject private ThresholdsPage page;
  @Inject private ThresholdDesk desk;
  @Inject private Formats formats;
  @Inject private Cells cells;
  @Inject private Words words;

  private BacktestReport report;
  private CostTerms terms;
  private ThresholdFigures chosen;
  private ThresholdFigures current;
  private List<CurvePoint> points;

  /**
   * A figure of those that are looked at, beside now.
   *
   * @param key of its name
   */
  public record Line(String key, String chosen, String current) {}

  @PostConstruct
  void begin() {
    terms = desk.terms();
    if (page.getMeasured() != null) {
      report = page.getMeasured().report();
      chosen = figures(page.getChosen());
      current = figures(page.getCurrent());
    }
  }

  private ThresholdFigures figures(ScoreThresholds thresholds) {
    return ThresholdFigures.of(report.curve(), thresholds, terms);
  }

  /** Whether there is anything to count. */
  public boolean isKnown() {
    return report != null;
  }

  public BacktestReport getReport() {
    return report;
  }

  public CostTerms getTerms() {
    return terms;
  }

  /** What an hour of looking costs. */
  public String getHour() {
    return money(terms.centsPerHour());
  }

  /** The figures, most telling first. */
  public List<Line> getLines() {
    return List.of(
        line("caught", each -> count(each.caught())),
        line("missed", each -> count(each.missed())),
        line("falseAlarms", each -> count(each.falseAlarms())),
        line("saved", each -> money(each.savedCents())),
        line("reviews", each -> tenths(each.reviewsPerDay())),
        line("hours", each -> hundredths(each.hoursPerDay())),
        line("missedAmount", each -> money(each.missedCents())),
        line("cost", each -> money(each.reviewCents())),
        line("turnedAway", each -> money(each.turnedAwayCents())),
        line("total", each -> money(each.costCents())));
  }

  private Line line(String key, Function<ThresholdFigures, String> value) {
    return new Line(key, value.apply(chosen), value.apply(current));
  }

  private String count(long number) {
    return cells.number(number).text();
  }

  private String hundredths(double value) {
    return formats.value(Math.round(value * CENTS) / CENTS);
  }

  private String tenths(double value) {
    return formats.value(Math.round(value * TENTHS) / TENTHS);
  }

  private String money(long cents) {
    return report == null || report.currency().isEmpty()
        ? cells.number(cents / CENTS).text()
        : cells.money(BigDecimal.valueOf(cents, 2), report.currency()).text();
  }

  /** What every value of one threshold would cost, the others as chosen. */
  private List<CurvePoint> points() {
    if (points == null) {
      points = new ArrayList<>();
      for (int percent = 1; percent <= ScoreThresholds.NEVER; percent++) {
        ThresholdFigures there = figures(page.getChosen().with(page.getOver(), percent));
        add("total", percent, there.costCents());
        add("missedAmount", percent, there.missedCents());
        add("cost", percent, there.reviewCents());
        add("turnedAway", percent, there.turnedAwayCents());
      }
    }
    return points;
  }

  private void add(String curve, int percent, long cents) {
    points.add(new CurvePoint(curve, percent, cents / CENTS));
  }

  /** The costs over one threshold. */
  public CurveChart getChart() {
    return CurveChart.of(points());
  }

  /** Where the chosen one is in the picture. */
  public double getMark() {
    return CurveChart.across((at() - 1.0) / (ScoreThresholds.NEVER - 1));
  }

  /** The threshold whose costs are drawn, as chosen. */
  public long getDrawn() {
    return at();
  }

  private long at() {
    return Math.clamp(page.getChosen().of(page.getOver()), 1, ScoreThresholds.NEVER);
  }

  /** Where it would cost the least. */
  public long getCheapest() {
    return points().stream()
        .filter(point -> point.curve().equals("total"))
        .min(Comparator.comparingDouble(CurvePoint::value))
        .map(point -> (long) point.step())
        .orElse(ScoreThresholds.NEVER);
  }

  /** What it would cost there. */
  public String getLeast() {
    return money(figures(page.getChosen().with(page.getOver(), getCheapest())).costCents());
  }

  /** The address with the cheapest one instead. */
  public String getCheapestUrl() {
    Outcome over = page.getOver();
    ScoreThresholds with = page.getChosen().with(over, getCheapest());
    return "fraud-thresholds?challenge=%d&review=%d&block=%d&over=%s"
        .formatted(with.challenge(), with.review(), with.block(), over);
  }

  /** The name of a line of the picture. */
  public String name(String curve) {
    return words.of("thresholds", curve);
  }
}
