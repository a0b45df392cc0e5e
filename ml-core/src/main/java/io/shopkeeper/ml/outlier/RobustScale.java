package io.shopkeeper.ml.outlier;

import java.util.Arrays;

/**
 * Place and spread that outliers do not move: the modified z-score of Iglewicz and Hoaglin (How to
 * Detect and Handle Outliers, 1993): z = 0.6745 · (x − median) / MAD. Where more than half of the
 * values are one, MAD is 0 and the mean absolute deviation takes its place (z = (x − median) /
 * (1.2533 · meanAD)); where all are one, any other value is infinitely far out. Immutable.
 *
 * @param median of the values
 * @param spread what one unit of z is, 0 where all values are one
 */
public record RobustScale(double median, double spread) {

  private static final double MAD_TO_SIGMA = 0.6745;
  private static final double MEAN_AD_TO_SIGMA = 1.2533;

  public RobustScale {
    if (Double.isNaN(median) || !(spread >= 0)) {
      throw new IllegalArgumentException(
          "median and spread must be numbers and the spread not negative, but are %s and %s"
              .formatted(median, spread));
    }
  }

  /**
   * Measures values.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static RobustScale of(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("values must not be empty");
    }
    double median = median(values.clone());
    double[] distances = Arrays.stream(values).map(value -> Math.abs(value - median)).toArray();
    double mean = Arrays.stream(distances).average().orElse(0);
    double mad = median(distances);
    return new RobustScale(median, mad > 0 ? mad / MAD_TO_SIGMA : mean * MEAN_AD_TO_SIGMA);
  }

  /** How many units of spread a value is away; signed. */
  public double z(double value) {
    double distance = value - median;
    if (distance == 0) {
      return 0;
    }
    return spread == 0 ? Math.copySign(Double.POSITIVE_INFINITY, distance) : distance / spread;
  }

  /** The middle value; orders the array. */
  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1
        ? values[middle]
        : values[middle - 1] + (values[middle] - values[middle - 1]) / 2;
  }
}
