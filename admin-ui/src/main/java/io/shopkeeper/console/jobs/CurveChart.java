package io.shopkeeper.console.jobs;

import io.shopkeeper.platform.boundary.CurvePoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Curves as lines of an SVG picture that is {@value #WIDTH} wide and {@value #HEIGHT} high. Made on
 * the server, so that it grows without a script.
 */
public final class CurveChart {

  /** Of the picture. */
  public static final int WIDTH = 640;

  /** Of the picture. */
  public static final int HEIGHT = 220;

  private static final int LEFT = 56;
  private static final int BOTTOM = 24;
  private static final int TOP = 8;
  private static final int RIGHT = 12;
  private static final int GRID = 4;
  private static final int COLOURS = 6;
  private static final int MOST_SHOWN = 400;

  private final List<Series> series = new ArrayList<>();
  private final List<Tick> rows = new ArrayList<>();
  private final List<Tick> columns = new ArrayList<>();
  private double lowX = Double.POSITIVE_INFINITY;
  private double highX = Double.NEGATIVE_INFINITY;
  private double lowY = Double.POSITIVE_INFINITY;
  private double highY = Double.NEGATIVE_INFINITY;

  /**
   * A line.
   *
   * @param number from 1, for its colour and dashes
   * @param points for an SVG polyline
   * @param last its newest value
   */
  public record Series(
      String name, int number, String points, double last, List<CurvePoint> values) {}

  /** A mark on an axis: where it is in the picture, and what it says. */
  public record Tick(double at, String text) {}

  private CurveChart() {}

  /** The picture of these points; values that are no numbers are left out. */
  public static CurveChart of(List<CurvePoint> points) {
    var chart = new CurveChart();
    Map<String, List<CurvePoint>> curves = new LinkedHashMap<>();
    for (CurvePoint point : points) {
      if (Double.isFinite(point.value()) && Double.isFinite(point.step())) {
        chart.stretch(point);
        curves.computeIfAbsent(point.curve(), added -> new ArrayList<>()).add(point);
      }
    }
    if (!curves.isEmpty()) {
      chart.widen();
      curves.forEach(chart::draw);
      chart.mark();
    }
    return chart;
  }

  /**
   * A picture for each measure, which is the first word of a curve's name: a loss and an accuracy
   * have nothing to do with each other's scale. Those without any number are left out.
   */
  public static List<CurveChart> byMeasure(List<CurvePoint> points) {
    Map<String, List<CurvePoint>> measures = new LinkedHashMap<>();
    for (CurvePoint point : points) {
      measures
          .computeIfAbsent(point.curve().split(" ", 2)[0], added -> new ArrayList<>())
          .add(point);
    }
    return measures.values().stream().map(CurveChart::of).filter(CurveChart::isDrawn).toList();
  }

  private void stretch(CurvePoint point) {
    lowX = Math.min(lowX, point.step());
    highX = Math.max(highX, point.step());
    lowY = Math.min(lowY, point.value());
    highY = Math.max(highY, point.value());
  }

  private void widen() {
    if (lowY >= 0 && lowY < highY / 2) {
      lowY = 0;
    }
    if (highY == lowY) {
      highY = lowY + Math.max(1e-6, Math.abs(lowY) / 2);
    }
    if (highX == lowX) {
      highX = lowX + 1;
    }
  }

  private void draw(String name, List<CurvePoint> values) {
    var points = new StringJoiner(" ");
    int every = Math.max(1, values.size() / MOST_SHOWN);
    for (int i = 0; i < values.size(); i++) {
      if (i % every == 0 || i == values.size() - 1) {
        CurvePoint point = values.get(i);
        points.add(String.format(Locale.ROOT, "%.1f,%.1f", x(point.step()), y(point.value())));
      }
    }
    series.add(
        new Series(
            name,
            series.size() % COLOURS + 1,
            points.toString(),
            values.getLast().value(),
            thin(values)));
  }

  private static List<CurvePoint> thin(List<CurvePoint> values) {
    int every = Math.max(1, values.size() / 20);
    var some = new ArrayList<CurvePoint>();
    for (int i = 0; i < values.size(); i++) {
      if (i % every == 0 || i == values.size() - 1) {
        some.add(values.get(i));
      }
    }
    return some;
  }

  private void mark() {
    for (int i = 0; i <= GRID; i++) {
      double value = lowY + (highY - lowY) * i / GRID;
      rows.add(new Tick(y(value), number(value)));
      double step = lowX + (highX - lowX) * i / GRID;
      if (highX - lowX >= GRID) {
        step = Math.rint(step);
      }
      columns.add(new Tick(x(step), number(step)));
    }
  }

  private double x(double step) {
    return across((step - lowX) / (highX - lowX));
  }

  /** Where a share of the way from the first step to the last is in the picture. */
  public static double across(double share) {
    return LEFT + (WIDTH - LEFT - RIGHT) * share;
  }

  private double y(double value) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (highY - value) / (highY - lowY);
  }

  private static String number(double value) {
    double size = Math.abs(value);
    return size >= 100 || value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", Math.round(value))
        : String.format(Locale.ROOT, size >= 1 ? "%.2f" : "%.3f", value);
  }

  /** Whether there is anything to see. */
  public boolean isDrawn() {
    return !series.isEmpty();
  }

  public List<Series> getSeries() {
    return series;
  }

  /** Marks of the axis that goes up. */
  public List<Tick> getRows() {
    return rows;
  }

  /** Marks of the axis that goes right. */
  public List<Tick> getColumns() {
    return columns;
  }
}
