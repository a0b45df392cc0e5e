package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.kernel.KernelBackends;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Intervals of any figure by the percentile bootstrap (B. Efron, R. Tibshirani, "An Introduction to
 * the Bootstrap", 1993, chapter 13): units are drawn with replacement, as many as there are, and
 * the figure is taken of what was drawn. Units are what is independent: rows, or users where
 * several rows of one are alike. The figures are taken on the threads of this process; the same
 * seed gives the same intervals whatever their number.
 *
 * @param draws how often, at least 20
 * @param level of the intervals, between 0 and 1, such as 0.95
 * @param seed of the draws
 */
public record Bootstrap(int draws, double level, long seed) {

  public Bootstrap {
    if (draws < 20 || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "draws must be at least 20 and the level between 0 and 1, but are %d and %s"
              .formatted(draws, level));
    }
  }

  /** A thousand draws, intervals of 95 %. */
  public Bootstrap(long seed) {
    this(1000, 0.95, seed);
  }

  /**
   * The interval of a figure of weighted units: the quicker way, since nothing is copied or sorted
   * for a draw.
   *
   * @param units how many there are
   * @param figure from how often each unit was drawn; safe for several threads; a draw of which it
   *     is NaN is left out, and where that is more than half of them nothing can be said
   */
  public Interval ofCounts(int units, ToDoubleFunction<int[]> figure) {
    return interval(figures(units, figure));
  }

  /**
   * The interval of a figure of rows.
   *
   * @param figure from the rows that were drawn, some several times, in the order of the rows; as
   *     above
   */
  public Interval ofRows(int rows, ToDoubleFunction<int[]> figure) {
    return ofCounts(rows, counts -> figure.applyAsDouble(drawn(counts, rows)));
  }

  /**
   * The interval of a figure of rows, all rows of a group being drawn together.
   *
   * @param groups of each row; 0 and more, best without gaps
   * @param figure from how often each row was drawn; as above
   */
  public Interval ofGroups(int[] groups, ToDoubleFunction<int[]> figure) {
    return ofCounts(groups(groups), counts -> figure.applyAsDouble(ofRows(groups, counts)));
  }

  /**
   * The intervals of several figures of the same draws.
   *
   * @param count of the figures
   * @param figures from how often each unit was drawn; as above
   */
  public List<Interval> ofAll(int units, int count, Function<int[], double[]> figures) {
    double[][] values = new double[draws][];
    draw(units, (counts, draw) -> values[draw] = figures.apply(counts));
    return IntStream.range(0, count)
        .mapToObj(place -> interval(Arrays.stream(values).mapToDouble(one -> one[place]).toArray()))
        .toList();
  }

  static int groups(int[] groups) {
    return Arrays.stream(groups).max().orElse(-1) + 1;
  }

  /** How often each row counts where its group was drawn so often. */
  static int[] ofRows(int[] groups, int[] counts) {
    int[] times = new int[groups.length];
    for (int row = 0; row < groups.length; row++) {
      times[row] = counts[groups[row]];
    }
    return times;
  }

  private static int[] drawn(int[] counts, int rows) {
    int[] drawn = new int[rows];
    int place = 0;
    for (int row = 0; row < rows; row++) {
      Arrays.fill(drawn, place, place + counts[row], row);
      place += counts[row];
    }
    return drawn;
  }

  /** The figure of each draw, in the order of the draws. */
  double[] figures(int units, ToDoubleFunction<int[]> figure) {
    double[] figures = new double[draws];
    draw(units, (counts, draw) -> figures[draw] = figure.applyAsDouble(counts));
    return figures;
  }

  private void draw(int units, ObjIntConsumer<int[]> taken) {
    var random = new SplittableRandom(seed);
    var generators = new SplittableRandom[draws];
    Arrays.setAll(generators, draw -> random.split());
    KernelBackends.current()
        .workers()
        .forEach(
            draws,
            draw -> {
              int[] counts = new int[units];
              for (int i = 0; i < units; i++) {
                counts[generators[draw].nextInt(units)]++;
              }
              taken.accept(counts, draw);
            });
  }

  /** Between the percentiles of figures. */
  Interval interval(double[] figures) {
    double[] sorted =
        Arrays.stream(figures).filter(value -> !Double.isNaN(value)).sorted().toArray();
    if (sorted.length * 2 < draws) {
      return Interval.UNKNOWN;
    }
    int outside = (int) Math.floor(sorted.length * (1 - level) / 2 + 1e-9);
    return new Interval(sorted[outside], sorted[sorted.length - 1 - outside]);
  }
}
