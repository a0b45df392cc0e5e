package io.shopkeeper.ml.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * How often what is given a probability comes true, in bins (A. Niculescu-Mizil, R. Caruana,
 * "Predicting Good Probabilities with Supervised Learning", ICML 2005). Immutable.
 *
 * @param bins that have rows, by rising probability
 */
public record ReliabilityCurve(List<Bin> bins) {

  public ReliabilityCurve {
    bins = List.copyOf(bins);
  }

  /**
   * Rows of like probability.
   *
   * @param rows how many, at least 1
   * @param predicted mean probability
   * @param observed share of the positive ones
   * @param interval of the observed share, 95 % by Wilson
   */
  public record Bin(int rows, double predicted, double observed, Interval interval) {}

  /**
   * Bins of the same width.
   *
   * @param probabilities from 0 to 1
   * @param positive of each row
   * @param count of bins, at least 1
   */
  public static ReliabilityCurve ofEqualWidth(
      double[] probabilities, boolean[] positive, int count) {
    check(probabilities, positive, count);
    return of(
        probabilities,
        positive,
        count,
        row -> Math.min(count - 1, (int) (probabilities[row] * count)));
  }

  /**
   * Bins of as many rows each as ties allow: rows of one probability stay together.
   *
   * @param probabilities from 0 to 1
   * @param positive of each row
   * @param count of bins at most, at least 1
   */
  public static ReliabilityCurve ofEqualCount(
      double[] probabilities, boolean[] positive, int count) {
    check(probabilities, positive, count);
    double[] sorted = probabilities.clone();
    Arrays.sort(sorted);
    double[] ends =
        IntStream.range(1, count)
            .mapToDouble(bin -> sorted[(int) Math.max(0, (long) bin * sorted.length / count - 1)])
            .toArray();
    return of(
        probabilities,
        positive,
        count,
        row -> {
          int place = Arrays.binarySearch(ends, probabilities[row]);
          // The first end that is not below; equal ends leave the bins between them empty.
          int end = place < 0 ? -place - 1 : place;
          while (end > 0 && ends[end - 1] >= probabilities[row]) {
            end--;
          }
          return end;
        });
  }

  private static ReliabilityCurve of(
      double[] probabilities, boolean[] positive, int count, IntUnaryOperator binOf) {
    int[] rows = new int[count];
    int[] hits = new int[count];
    double[] sums = new double[count];
    for (int row = 0; row < probabilities.length; row++) {
      int bin = binOf.applyAsInt(row);
      rows[bin]++;
      hits[bin] += positive[row] ? 1 : 0;
      sums[bin] += probabilities[row];
    }
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < count; bin++) {
      if (rows[bin] > 0) {
        bins.add(
            new Bin(
                rows[bin],
                sums[bin] / rows[bin],
                (double) hits[bin] / rows[bin],
                Interval.ofShare(hits[bin], rows[bin])));
      }
    }
    return new ReliabilityCurve(bins);
  }

  /**
   * ECE: the mean of |predicted − observed| over the rows (M. P. Naeini and others, "Obtaining Well
   * Calibrated Probabilities Using Bayesian Binning", AAAI 2015); NaN without rows.
   */
  public double expectedError() {
    double sum = 0;
    long rows = 0;
    for (Bin bin : bins) {
      sum += bin.rows() * Math.abs(bin.predicted() - bin.observed());
      rows += bin.rows();
    }
    return sum / rows;
  }

  /** The greatest |predicted − observed| of a bin; NaN without rows. */
  public double greatestError() {
    return bins.stream()
        .mapToDouble(bin -> Math.abs(bin.predicted() - bin.observed()))
        .max()
        .orElse(Double.NaN);
  }

  private static void check(double[] probabilities, boolean[] positive, int count) {
    if (probabilities.length != positive.length || count < 1) {
      throw new IllegalArgumentException(
          "%,d probabilities, %,d labels, %d bins"
              .formatted(probabilities.length, positive.length, count));
    }
    for (int row = 0; row < probabilities.length; row++) {
      if (!(probabilities[row] >= 0 && probabilities[row] <= 1)) {
        throw new IllegalArgumentException(
            "row %,d: %s is no probability".formatted(row, probabilities[row]));
      }
    }
  }
}
