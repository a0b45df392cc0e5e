package io.shopkeeper.ml.fraud;

import java.util.Arrays;

/** The amounts that one payer paid, in any order. */
final class UsualAmounts {

  private static final int FEWEST = 3;
  private static final double LEAST = 0.01;

  private double[] sorted = new double[4];
  private int size;
  private double sum;
  private double squares;

  /** Takes one in. */
  void add(double amount) {
    if (size == sorted.length) {
      sorted = Arrays.copyOf(sorted, 2 * size);
    }
    int found = Arrays.binarySearch(sorted, 0, size, amount);
    int place = found < 0 ? -found - 1 : found;
    System.arraycopy(sorted, place, sorted, place + 1, size - place);
    sorted[place] = amount;
    size++;
    sum += amount;
    squares += amount * amount;
  }

  /** How many times the mean an amount is; NaN before the first. */
  double timesMean(double amount) {
    return size == 0 ? Double.NaN : amount / Math.max(LEAST, sum / size);
  }

  /** How many times the median (the upper one of two) an amount is; NaN before the first. */
  double timesMedian(double amount) {
    return size == 0 ? Double.NaN : amount / Math.max(LEAST, sorted[size / 2]);
  }

  /** How many standard deviations above the mean, at least 1 each; NaN of fewer than three. */
  double deviations(double amount) {
    if (size < FEWEST) {
      return Double.NaN;
    }
    double mean = sum / size;
    return (amount - mean) / Math.max(1, Math.sqrt(Math.max(0, squares / size - mean * mean)));
  }
}
