package io.shopkeeper.console.models;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.chart.Chart;
import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.fraud.boundary.FraudModels;
import io.shopkeeper.fraud.boundary.drift.DriftDay;
import io.shopkeeper.fraud.boundary.drift.DriftDesk;
import io.shopkeeper.fraud.boundary.drift.DriftLine;
import io.shopkeeper.fraud.boundary.drift.ScoreDrift;
import io.shopkeeper.fraud.boundary.volume.VolumeDesk;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Stage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How far the payments of today have moved from those that a version of the fraud model learnt. */
@Named("scoreDrift")
@RequestScoped
public class ScoreDriftLook {

  /** Features that are shown at once. */
  private static final int SHOWN = 12;

  private static final double PERCENT = 100;
  private static final double HEIGHT = 32;
  private static final double STEP = 12;

  @Inject private DriftDesk desk;
  @Inject private VolumeDesk volume;
  @Inject private VersionPage version;
  @Inject private Formats formats;
  @Inject private Reader reader;
  @Inject private Words words;
  @Inject private Me me;
  @Inject private Say say;

  private boolean asked;
  private ScoreDrift drift;

  /** A bar of a small picture; lengths in its units. */
  public record Bar(double x, double y, double height, boolean now) {}

  /** Measures the live version. */
  public String measure() {
    me.require(Right.TRAIN_MODELS);
    volume.count();
    if (desk.measure(me.getName()).isPresent()) {
      say.ok("scoreDrift.done");
    } else {
      say.bad("scoreDrift.few", desk.fewest());
    }
    return "/version?name="
        + version.getName()
        + "&version="
        + version.getNumber()
        + "&faces-redirect=true";
  }

  /** Whether the page is about such a version. */
  public boolean isSuited() {
    return FraudModels.FRAUD.equals(version.getName()) && version.getData() != null;
  }

  /** Whether what is needed was kept when it was trained. */
  public boolean isKept() {
    return version.getData().files().stream().anyMatch(file -> file.name().equals(DriftDesk.FILE));
  }

  public boolean isLive() {
    return version.getData().stage() == Stage.LIVE;
  }

  /** How many payments it needs. */
  public int getFewest() {
    return desk.fewest();
  }

  /** What was measured last; null where nothing was. */
  public ScoreDrift getDrift() {
    if (!asked) {
      asked = true;
      drift = desk.newest(version.getNumber()).orElse(null);
    }
    return drift;
  }

  /** Of what and when it was measured. */
  public String getMeasured() {
    return words.format(
        "scoreDrift.measured", drift.payments(), drift.sampled(), formats.ago(drift.at()));
  }

  /** The features that moved most. */
  public List<DriftLine> getFirst() {
    return drift.features().stream().limit(SHOWN).toList();
  }

  /** The others. */
  public List<DriftLine> getRest() {
    return drift.features().stream().skip(SHOWN).toList();
  }

  /** A feature in the reader's words. */
  public String name(DriftLine line) {
    return desk.words(line.name(), reader.getLocale());
  }

  /** The same of a day's worst. */
  public String name(DriftDay day) {
    return desk.words(day.feature(), reader.getLocale());
  }

  /** The key of what an index means. */
  public String state(double index) {
    return index >= DriftLine.MOVED ? "moved" : index >= DriftLine.WATCH ? "watch" : "calm";
  }

  /** How that looks. */
  public String tone(double index) {
    return index >= DriftLine.MOVED ? "bad" : index >= DriftLine.WATCH ? "warn" : "live";
  }

  /** An index as it is read: three decimals say enough. */
  public String index(double index) {
    return String.format(Locale.ROOT, "%.3f", index);
  }

  /** The scores, then and now. */
  public Chart getScores() {
    List<DriftLine.Bin> bins = drift.scores().bins();
    return Chart.groups(
            words.words().getString("scoreDrift.bin"),
            bins.stream().map(bin -> range(bin, PERCENT)).toList())
        .add(words.words().getString("scoreDrift.then"), shares(bins, DriftLine.Bin::then))
        .add(words.words().getString("scoreDrift.now"), shares(bins, DriftLine.Bin::now));
  }

  private static List<Double> shares(
      List<DriftLine.Bin> bins, ToDoubleFunction<DriftLine.Bin> which) {
    return bins.stream().map(bin -> Math.round(1000 * which.applyAsDouble(bin)) / 10.0).toList();
  }

  /** What a bin holds. */
  public String range(DriftLine.Bin bin) {
    return range(bin, 1);
  }

  private static String range(DriftLine.Bin bin, double times) {
    if (bin.above() == null) {
      return bin.upTo() == null ? "–" : "≤ " + edge(bin.upTo() * times);
    }
    return bin.upTo() == null
        ? "> " + edge(bin.above() * times)
        : edge(bin.above() * times) + " – " + edge(bin.upTo() * times);
  }

  private static String edge(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.3g", value);
  }

  /** Bars of both times beside each other; apart from them, at the right, without a value. */
  public List<Bar> bars(DriftLine line) {
    double most =
        Math.max(
            Math.max(line.missingThen(), line.missingNow()),
            line.bins().stream()
                .mapToDouble(bin -> Math.max(bin.then(), bin.now()))
                .max()
                .orElse(0));
    List<Bar> bars = new ArrayList<>();
    for (int place = 0; place < line.bins().size() && most > 0; place++) {
      DriftLine.Bin bin = line.bins().get(place);
      bars.add(bar(place * STEP, bin.then() / most, false));
      bars.add(bar(place * STEP + STEP / 2 - 1, bin.now() / most, true));
    }
    if (most > 0) {
      double apart = line.bins().size() * STEP + STEP / 2;
      bars.add(bar(apart, line.missingThen() / most, false));
      bars.add(bar(apart + STEP / 2 - 1, line.missingNow() / most, true));
    }
    return bars;
  }

  private static Bar bar(double x, double part, boolean now) {
    double height = Math.max(part > 0 ? 1 : 0, HEIGHT * part);
    return new Bar(x, HEIGHT - height, height, now);
  }

  /** How wide the picture is. */
  public double width(DriftLine line) {
    return STEP * (line.bins().size() + 2);
  }

  /** The picture in words. */
  public String picture(DriftLine line) {
    return words.format(
        "scoreDrift.picture",
        name(line),
        said(line, DriftLine.Bin::then),
        said(line, DriftLine.Bin::now));
  }

  private String said(DriftLine line, ToDoubleFunction<DriftLine.Bin> which) {
    return String.join(
        ", ", line.bins().stream().map(bin -> formats.percent(which.applyAsDouble(bin))).toList());
  }

  /** What was measured day by day; empty where that is one day. */
  public List<DriftDay> getDays() {
    List<DriftDay> days = desk.days(version.getNumber());
    return days.size() < 2 ? List.of() : days;
  }

  /** The days as a line. */
  public Chart getCourse() {
    List<DriftDay> days = getDays();
    return Chart.lines(
            words.words().getString("scoreDrift.day"),
            days.stream().map(day -> day.day().toString().substring(5)).toList())
        .add(
            words.words().getString("scoreDrift.scores"),
            days.stream().map(DriftDay::scores).toList())
        .add(
            words.words().getString("scoreDrift.worst"),
            days.stream().map(DriftDay::worst).toList());
  }
}
