package io.shopkeeper.ml.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well amounts were foretold that are 0 or more and mostly small, such as what each customer
 * will spend: errors, order, and whether the few who matter were named. Rows may count several
 * times, as the bootstrap needs it. Immutable and safe for use by several threads.
 */
public final class AmountFigures {

  /** The figures in the order of {@link #of}. */
  public static final List<String> NAMES = List.of("mae", "rmse", "spearman", "top_share", "total");

  private static final double TOP = 0.2;

  private final double[] predicted;
  private final double[] actual;
  private final int[] byPrediction;
  private final int[] byTruth;

  /** Takes predictions and what came; the arrays are not copied. */
  public AmountFigures(double[] predicted, double[] actual) {
    if (predicted.length != actual.length || actual.length == 0) {
      throw new IllegalArgumentException(
          "%d predictions of %d amounts; at least one is needed"
              .formatted(predicted.length, actual.length));
    }
    this.predicted = predicted;
    this.actual = actual;
    this.byPrediction = order(predicted);
    this.byTruth = order(actual);
  }

  private static int[] order(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> values[row]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * A tenth of the rows, by what was predicted of them.
   *
   * @param predicted mean
   * @param actual mean
   * @param rows in it
   */
  public record Tenth(double predicted, double actual, int rows) {}

  /** How many. */
  public int rows() {
    return actual.length;
  }

  /** The figures of all rows. */
  public double[] all() {
    int[] once = new int[actual.length];
    Arrays.fill(once, 1);
    return of(once);
  }

  /**
   * Mean absolute error; root of the mean squared error; the correlation of ranks of C. Spearman,
   * ties having their mean rank; the share of the whole amount that fell to the fifth of the rows
   * of which most was predicted; and what was predicted of all, as a share of what came of all.
   *
   * @param times how often each row counts
   * @return as of {@link #NAMES}; NaN where one cannot be said
   */
  public double[] of(int[] times) {
    long rows = 0;
    double absolutes = 0;
    double squares = 0;
    double all = 0;
    double foretold = 0;
    for (int row = 0; row < times.length; row++) {
      double error = predicted[row] - actual[row];
      rows += times[row];
      absolutes += times[row] * Math.abs(error);
      squares += times[row] * error * error;
      all += times[row] * actual[row];
      foretold += times[row] * predicted[row];
    }
    return new double[] {
      absolutes / rows,
      Math.sqrt(squares / rows),
      spearman(times, rows),
      all == 0 ? Double.NaN : top(times, rows) / all,
      all == 0 ? Double.NaN : foretold / all
    };
  }

  private double spearman(int[] times, long rows) {
    double[] first = ranks(predicted, byPrediction, times);
    double[] second = ranks(actual, byTruth, times);
    double middle = (rows + 1) / 2.0;
    double both = 0;
    double ones = 0;
    double others = 0;
    for (int row = 0; row < times.length; row++) {
      double a = first[row] - middle;
      double b = second[row] - middle;
      both += times[row] * a * b;
      ones += times[row] * a * a;
      others += times[row] * b * b;
    }
    return both / Math.sqrt(ones * others);
  }

  private static double[] ranks(double[] values, int[] order, int[] times) {
    double[] ranks = new double[values.length];
    long before = 0;
    int from = 0;
    while (from < order.length) {
      int to = from;
      long equal = 0;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        equal += times[order[to++]];
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = before + (equal + 1) / 2.0;
      }
      before += equal;
      from = to;
    }
    return ranks;
  }

  /** The amount of the first fifth; where it ends within equal predictions, these share it. */
  private double top(int[] times, long rows) {
    double left = TOP * rows;
    double sum = 0;
    int to = byPrediction.length;
    while (to > 0 && left > 0) {
      int from = to;
      long equal = 0;
      double amount = 0;
      double value = predicted[byPrediction[to - 1]];
      while (from > 0 && predicted[byPrediction[from - 1]] == value) {
        int row = byPrediction[--from];
        equal += times[row];
        amount += times[row] * actual[row];
      }
      sum += equal <= left ? amount : amount * left / equal;
      left -= equal;
      to = from;
    }
    return sum;
  }

  /** Ten groups of the same size, the least predictions first; fewer rows give fewer groups. */
  public List<Tenth> tenths() {
    int groups = Math.min(10, actual.length);
    List<Tenth> tenths = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      int from = (int) ((long) group * actual.length / groups);
      int to = (int) ((group + 1L) * actual.length / groups);
      double foretold = 0;
      double came = 0;
      for (int i = from; i < to; i++) {
        foretold += predicted[byPrediction[i]];
        came += actual[byPrediction[i]];
      }
      tenths.add(new Tenth(foretold / (to - from), came / (to - from), to - from));
    }
    return tenths;
  }
}
