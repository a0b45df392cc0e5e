package io.shopkeeper.console.experiment;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A lift and its interval as a picture, {@link #WIDTH} wide, with no difference in the middle.
 *
 * @param from where the bar begins
 * @param length of the bar, at least 1
 * @param dot where the lift is
 * @param tone {@code better} where all of it is above no difference, {@code worse} where all is
 *     below, else {@code open}
 */
public record Interval(String from, String length, String dot, String tone) {

  /** Of the picture. */
  public static final int WIDTH = 240;

  private static final double LEAST_REACH = 0.01;
  private static final double WHOLE = 1;

  /** Left free at both sides, for the dot. */
  private static final int BORDER = 6;

  /**
   * How far a picture reaches to both sides, for all intervals of a page alike: up to the farthest
   * end, but not so far that the lifts themselves could not be told apart any more.
   *
   * @param ends of all intervals
   * @param lifts in them
   * @return at least 0.01
   */
  static double reach(DoubleStream ends, DoubleStream lifts) {
    double farthest = ends.map(Math::abs).reduce(LEAST_REACH, Math::max);
    return Math.min(farthest, 2 * lifts.map(Math::abs).reduce(WHOLE / 2, Math::max));
  }

  /**
   * Draws one; what lies outside of the reach is cut off.
   *
   * @param reach above 0
   */
  static Interval of(double low, double lift, double high, double reach) {
    double from = place(low, reach);
    double length = Math.max(1, place(high, reach) - from);
    String tone = low > 0 ? "better" : high < 0 ? "worse" : "open";
    return new Interval(text(from), text(length), text(place(lift, reach)), tone);
  }

  private static double place(double value, double reach) {
    double half = WIDTH / 2.0;
    return half + (half - BORDER) * Math.clamp(value / reach, -1, 1);
  }

  private static String text(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
