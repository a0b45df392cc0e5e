package io.shopkeeper.console.models;

import io.shopkeeper.console.chart.Chart;
import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.fraud.boundary.threshold.ScoreThresholds;
import io.shopkeeper.fraud.boundary.volume.AlertOutlook;
import io.shopkeeper.fraud.boundary.volume.VolumeDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;

/** How many alerts are to be expected on the next days, and how such forecasts did. */
@Named("alertOutlook")
@RequestScoped
public class AlertOutlookLook {

  private static final double WITHIN = 0.8;
  private static final double TENTHS = 10;

  @Inject private VolumeDesk desk;
  @Inject private Formats formats;
  @Inject private Words words;

  private boolean asked;
  private AlertOutlook found;

  /** Null where too few days are known. */
  public AlertOutlook getFound() {
    if (!asked) {
      asked = true;
      found = desk.outlook().orElse(null);
    }
    return found;
  }

  /** Days that are needed. */
  public int getFewest() {
    return desk.fewest();
  }

  /** The thresholds in force: confirm, review, block. */
  public String getThresholds() {
    ScoreThresholds now = desk.current();
    return say(now.challenge()) + " / " + say(now.review()) + " / " + say(now.block());
  }

  private static String say(long percent) {
    return percent >= ScoreThresholds.NEVER ? "–" : percent + " %";
  }

  /** Alerts of some days. */
  public String say(AlertOutlook.Sum sum) {
    return words.format(
        "alertOutlook.sum",
        formats.value(Math.round(sum.alerts() * TENTHS) / TENTHS),
        formats.count(sum.low()),
        formats.count(sum.high()));
  }

  /** How forecasts of the last weeks did. */
  public String getChecked() {
    AlertOutlook.Check check = found.check();
    if (check.days() == 0 || Double.isNaN(check.error())) {
      return words.words().getString("alertOutlook.check.none");
    }
    return words.format(
        "alertOutlook.check.so",
        check.days(),
        check.inside(),
        formats.percent((double) check.inside() / check.days()),
        formats.percent(WITHIN),
        formats.percent(check.error()),
        formats.percent(check.naive()));
  }

  /** What came and was forecast, and what is to be expected. */
  public Chart getChart() {
    List<String> labels = new ArrayList<>();
    List<Number> came = new ArrayList<>();
    List<Number> expected = new ArrayList<>();
    List<Number> low = new ArrayList<>();
    List<Number> high = new ArrayList<>();
    for (AlertOutlook.Point point : found.check().points()) {
      labels.add(day(point.day()));
      came.add(point.came());
      expected.add(tenth(point.expected()));
      low.add(point.low());
      high.add(point.high());
    }
    for (AlertOutlook.Day day : found.days()) {
      labels.add(day(day.day()));
      came.add(null);
      expected.add(tenth(day.alerts()));
      low.add(day.low());
      high.add(day.high());
    }
    ResourceBundle texts = words.words();
    return Chart.lines(texts.getString("scoreDrift.day"), labels)
        .add(texts.getString("alertOutlook.came"), came)
        .add(texts.getString("alertOutlook.expected"), expected)
        .add(texts.getString("alertOutlook.low"), low)
        .add(texts.getString("alertOutlook.high"), high);
  }

  private static double tenth(double value) {
    return Math.round(value * TENTHS) / TENTHS;
  }

  private static String day(LocalDate day) {
    return day.toString().substring("2026-".length());
  }
}
