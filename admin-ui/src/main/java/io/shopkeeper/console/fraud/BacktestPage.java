package io.shopkeeper.console.fraud;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.chart.Chart;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.ledger.Cells;
import io.shopkeeper.fraud.boundary.BacktestFigures;
import io.shopkeeper.fraud.boundary.BacktestHit;
import io.shopkeeper.fraud.boundary.BacktestReport;
import io.shopkeeper.fraud.boundary.BacktestReport.Segment;
import io.shopkeeper.fraud.boundary.BacktestReport.Week;
import io.shopkeeper.fraud.boundary.BacktestView;
import io.shopkeeper.fraud.boundary.Backtests;
import io.shopkeeper.fraud.boundary.threshold.ScoreThresholds;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What a rule or a threshold would have done. */
@Named
@RequestScoped
public class BacktestPage {

  private static final int SHOWN = 50;

  @Inject private Backtests backtests;
  @Inject private Jobs jobs;
  @Inject private Cells cells;
  @Inject private Words words;
  @Inject private Asked asked;
  @Inject private Reader reader;
  @Inject private Me me;

  private BacktestView found;
  private JobView job;

  @PostConstruct
  void begin() {
    found = asked.number("id").flatMap(backtests::find).orElse(null);
    job = found == null || found.jobId() == null ? null : jobs.find(found.jobId()).orElse(null);
  }

  /** Says so where there is no such backtest. */
  public void load() throws IOException {
    if (found == null) {
      NotFound.answer();
    }
  }

  /**
   * A figure beside what is published.
   *
   * @param key of its name
   */
  public record Line(String key, String alone, String published, String together) {}

  /** Counts and shares. */
  public List<Line> getLines() {
    return List.of(
        line("hits", each -> count(each.hits())),
        line("caught", each -> count(each.caught())),
        line("caughtAmount", each -> money(each.caughtCents())),
        line("missed", each -> count(each.missed())),
        line("missedAmount", each -> money(each.missedCents())),
        line("falseAlarms", each -> count(each.falseAlarms())),
        line("falseAmount", each -> money(each.falseCents())),
        line("open", each -> count(each.open())),
        line("precision", each -> share(each.precision())),
        line("recall", each -> share(each.recall())),
        line("reviews", each -> count(each.reviews())),
        line("hours", each -> cells.number(Math.round(each.hours() * 10) / 10.0).text()),
        line("cost", each -> money(each.reviewCents())),
        line("saved", each -> money(each.savedCents())));
  }

  private Line line(String key, Function<BacktestFigures, String> value) {
    BacktestReport report = found.report();
    return new Line(
        key,
        value.apply(report.alone()),
        value.apply(report.published()),
        value.apply(report.together()));
  }

  private String count(long number) {
    return cells.number(number).text();
  }

  private String share(Double share) {
    return share == null ? "–" : words.format("backtest.share", share);
  }

  /** An amount in the report's currency. */
  public String money(long cents) {
    return found.report().currency().isEmpty()
        ? count(0)
        : cells.money(BigDecimal.valueOf(cents, 2), found.report().currency()).text();
  }

  /** Parts of a kind: {@code country, amount} or {@code customer}. */
  public List<Segment> segments(String kind) {
    return found.report().segments().stream()
        .filter(segment -> segment.kind().equals(kind) && segment.payments() > 0)
        .toList();
  }

  /** What the payments are divided by. */
  public List<String> getKinds() {
    return List.of("customer", "amount", "country");
  }

  /** A day as the reader writes it. */
  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(reader.getLocale())
        .format(day);
  }

  /** The name of a part. */
  public String name(Segment segment) {
    return switch (segment.kind()) {
      case "amount" -> words.format("backtest.from", Integer.valueOf(segment.name()));
      case "customer" -> words.of("backtestCustomer", segment.name());
      default ->
          segment.name().isEmpty()
              ? words.words().getString("backtest.country.none")
              : segment.name().equals("*")
                  ? words.words().getString("backtest.country.other")
                  : segment.name();
    };
  }

  /** Of a part's hits that were fraud among those that are known. */
  public String precision(Segment segment) {
    long known = segment.caught() + segment.falseAlarms();
    return share(known == 0 ? null : (Double) ((double) segment.caught() / known));
  }

  /** Of a part's frauds those that were hit. */
  public String recall(Segment segment) {
    return share(
        segment.frauds() == 0 ? null : (Double) ((double) segment.caught() / segment.frauds()));
  }

  /** Frauds of each week, and how many of them would have been hit. */
  public Chart getCaught() {
    return Chart.lines(words.words().getString("backtest.week"), weeks())
        .add(words.words().getString("backtest.frauds"), each(Week::frauds))
        .add(words.words().getString("backtest.alone"), each(Week::caught))
        .add(words.words().getString("backtest.published"), each(Week::caughtPublished))
        .add(words.words().getString("backtest.together"), each(Week::caughtTogether));
  }

  /** What would have been held in each week. */
  public Chart getHeld() {
    return Chart.bars(words.words().getString("backtest.week"), weeks())
        .add(words.words().getString("backtest.caught"), each(Week::caught))
        .add(words.words().getString("backtest.falseAlarms"), each(Week::falseAlarms))
        .add(
            words.words().getString("backtest.open"),
            each(week -> week.hits() - week.caught() - week.falseAlarms()));
  }

  private List<String> weeks() {
    return found.report().weeks().stream().map(week -> week.from().toString()).toList();
  }

  private List<Long> each(ToLongFunction<Week> value) {
    return found.report().weeks().stream().map(week -> value.applyAsLong(week)).toList();
  }

  public BacktestView getFound() {
    return found;
  }

  /** What was tried. */
  public String getWhat() {
    ScoreThresholds three = found.order().thresholds();
    if (three != null) {
      return words.format("backtest.three", three.challenge(), three.review(), three.block());
    }
    return found.order().threshold() != null
        ? words.format("backtest.threshold", found.order().threshold())
        : found.order().condition();
  }

  /** Where these thresholds can be asked for. */
  public String getThresholdsUrl() {
    ScoreThresholds three = found.order().thresholds();
    return "fraud-thresholds?challenge=%d&review=%d&block=%d"
        .formatted(three.challenge(), three.review(), three.block());
  }

  /** The job that works it out; null where it was tidied away. */
  public JobView getJob() {
    return job;
  }

  /** Whether the answer may still come. */
  public boolean isWaiting() {
    return found.report() == null && job != null && !job.state().ended();
  }

  /** The first payments that it would have held; none for who may not see customers. */
  public List<BacktestHit> getHits() {
    return me.may("SEE_CUSTOMERS") ? backtests.hits(found.id(), 0, SHOWN) : List.of();
  }

  /** The amount of a payment. */
  public String amount(BacktestHit hit) {
    return cells.money(BigDecimal.valueOf(hit.cents(), 2), hit.currency()).text();
  }
}
