package io.shopkeeper.ml.calibration;

import io.shopkeeper.ml.algorithm.StoredForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The never falling curve of least squares, by pooling adjacent violators (R. E. Barlow and others,
 * "Statistical Inference under Order Restrictions", 1972). Rows of one x count as one of their
 * weighted mean. Between the pooled blocks the curve runs straight, beyond the ends it stays.
 * Immutable and safe for use by several threads.
 */
public final class IsotonicRegression {

  private final double[] x;
  private final double[] y;

  private IsotonicRegression(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  /** Fits; every row counts 1. */
  public static IsotonicRegression fit(double[] x, double[] y) {
    double[] ones = new double[x.length];
    Arrays.fill(ones, 1);
    return fit(x, y, ones);
  }

  /**
   * Fits, in n·log n.
   *
   * @param x finite, in any order
   * @param y finite, one for each x
   * @param weights above 0, one for each x
   * @throws IllegalArgumentException if there are no rows or one is not finite
   */
  public static IsotonicRegression fit(double[] x, double[] y, double[] weights) {
    if (x.length == 0 || x.length != y.length || x.length != weights.length) {
      throw new IllegalArgumentException(
          "%,d x, %,d y and %,d weights: all must be of one length, not 0"
              .formatted(x.length, y.length, weights.length));
    }
    for (int row = 0; row < x.length; row++) {
      if (!Double.isFinite(x[row]) || !Double.isFinite(y[row]) || !(weights[row] > 0)) {
        throw new IllegalArgumentException(
            "row %,d: x %s, y %s, weight %s".formatted(row, x[row], y[row], weights[row]));
      }
    }
    int[] order =
        IntStream.range(0, x.length)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> x[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    var blocks = new Blocks(x.length);
    for (int i = 0; i < order.length; i++) {
      int row = order[i];
      if (i > 0 && x[row] == x[order[i - 1]]) {
        blocks.widen(y[row], weights[row]);
      } else {
        blocks.settle();
        blocks.begin(x[row], y[row], weights[row]);
      }
    }
    blocks.settle();
    return blocks.curve();
  }

  /** The curve's value, from {@link #least} to {@link #most}. */
  public double value(double at) {
    int place = Arrays.binarySearch(x, at);
    if (place >= 0) {
      return y[place];
    }
    int after = -place - 1;
    if (after == 0) {
      return y[0];
    }
    if (after == x.length) {
      return y[x.length - 1];
    }
    double share = (at - x[after - 1]) / (x[after] - x[after - 1]);
    return y[after - 1] + share * (y[after] - y[after - 1]);
  }

  /** Of the curve. */
  public double least() {
    return y[0];
  }

  /** Of the curve. */
  public double most() {
    return y[y.length - 1];
  }

  /** Stores it: the corners of the curve. */
  public void write(DataOutput out) throws IOException {
    StoredForm.write(out, x);
    StoredForm.write(out, y);
  }

  /**
   * Reads a stored one.
   *
   * @throws IOException if it is no rising curve
   */
  public static IsotonicRegression read(DataInput in) throws IOException {
    double[] x = StoredForm.readDoubles(in);
    double[] y = StoredForm.readDoubles(in);
    if (x.length == 0 || x.length != y.length) {
      throw new IOException("damaged: %d x and %d y".formatted(x.length, y.length));
    }
    for (int i = 0; i < x.length; i++) {
      boolean rises = i == 0 || (x[i] > x[i - 1] && y[i] >= y[i - 1]);
      if (!Double.isFinite(x[i]) || !Double.isFinite(y[i]) || !rises) {
        throw new IOException("damaged: the curve does not rise at corner " + i);
      }
    }
    return new IsotonicRegression(x, y);
  }

  /** Blocks of rising mean so far, the last of them still growing. */
  private static final class Blocks {

    private final double[] first;
    private final double[] last;
    private final double[] mean;
    private final double[] weight;
    private int count;

    Blocks(int most) {
      first = new double[most];
      last = new double[most];
      mean = new double[most];
      weight = new double[most];
    }

    void begin(double x, double y, double w) {
      first[count] = x;
      last[count] = x;
      mean[count] = y;
      weight[count] = w;
      count++;
    }

    /** Another row of the last x. */
    void widen(double y, double w) {
      weight[count - 1] += w;
      mean[count - 1] += (y - mean[count - 1]) * w / weight[count - 1];
    }

    /** Pools the last block with those before it that are not below it. */
    void settle() {
      while (count > 1 && mean[count - 2] >= mean[count - 1]) {
        last[count - 2] = last[count - 1];
        count--;
        weight[count - 1] += weight[count];
        mean[count - 1] += (mean[count] - mean[count - 1]) * weight[count] / weight[count - 1];
      }
    }

    /** The two ends of each block, or its one x. */
    IsotonicRegression curve() {
      double[] x = new double[2 * count];
      double[] y = new double[2 * count];
      int corners = 0;
      for (int block = 0; block < count; block++) {
        x[corners] = first[block];
        y[corners++] = mean[block];
        if (last[block] > first[block]) {
          x[corners] = last[block];
          y[corners++] = mean[block];
        }
      }
      return new IsotonicRegression(Arrays.copyOf(x, corners), Arrays.copyOf(y, corners));
    }
  }
}
