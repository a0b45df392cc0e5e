package io.shopkeeper.ml.metric;

import java.util.function.IntToDoubleFunction;

/**
 * How often each class was taken for which.
 *
 * @param counts true class × predicted class; not copied
 */
public record Confusion(long[][] counts) {

  /** The share on the diagonal. */
  public double accuracy() {
    long right = 0;
    long all = 0;
    for (int i = 0; i < counts.length; i++) {
      right += counts[i][i];
      all += rows(i);
    }
    return (double) right / all;
  }

  /** Of what was called so, the share that is; 0 where nothing was. */
  public double precision(int code) {
    return share(counts[code][code], calls(code));
  }

  /** Of what is so, the share that was called so; 0 where nothing is. */
  public double recall(int code) {
    return share(counts[code][code], rows(code));
  }

  /** Harmonic mean of both. */
  public double f1(int code) {
    return share(2 * counts[code][code], calls(code) + rows(code));
  }

  /** The mean over those classes that have a row or a call. */
  public double mean(IntToDoubleFunction metric) {
    double sum = 0;
    int classes = 0;
    for (int code = 0; code < counts.length; code++) {
      if (rows(code) + calls(code) > 0) {
        sum += metric.applyAsDouble(code);
        classes++;
      }
    }
    return sum / classes;
  }

  private long rows(int code) {
    long sum = 0;
    for (long count : counts[code]) {
      sum += count;
    }
    return sum;
  }

  private long calls(int code) {
    long sum = 0;
    for (long[] row : counts) {
      sum += row[code];
    }
    return sum;
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
