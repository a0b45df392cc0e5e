package io.shopkeeper.console.frame;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** A small line without axes: the points of an SVG polyline, 100 wide and 28 high. */
public final class Sparkline {

  private static final double WIDTH = 100;
  private static final double HEIGHT = 28;

  private Sparkline() {}

  /** The points, left to right; a flat line where all values are one. */
  public static String points(List<Long> values) {
    long low = values.stream().mapToLong(Long::longValue).min().orElse(0);
    long high = values.stream().mapToLong(Long::longValue).max().orElse(0);
    var points = new StringJoiner(" ");
    for (int i = 0; i < values.size(); i++) {
      double x = values.size() == 1 ? 0 : WIDTH * i / (values.size() - 1);
      double y =
          high == low ? HEIGHT / 2 : (HEIGHT - 4) * (high - values.get(i)) / (high - low) + 2;
      points.add(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
    }
    return points.toString();
  }
}
