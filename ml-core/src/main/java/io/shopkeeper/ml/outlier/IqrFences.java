package io.shopkeeper.ml.outlier;

/**
 * Tukey's fences (Exploratory Data Analysis, 1977): a value is outside when it lies more than k
 * times the interquartile range below the first or above the third quartile. Immutable.
 *
 * @param low the lower fence
 * @param high the upper fence
 */
public record IqrFences(double low, double high) {

  /**
   * From quartiles.
   *
   * @param k 1.5 for outside, 3 for far out
   * @throws IllegalArgumentException if the quartiles are not in order or k is not positive
   */
  public static IqrFences of(double firstQuartile, double thirdQuartile, double k) {
    if (!(firstQuartile <= thirdQuartile) || !(k > 0)) {
      throw new IllegalArgumentException(
          "quartiles must be in order and k positive, but are %s, %s and %s"
              .formatted(firstQuartile, thirdQuartile, k));
    }
    double reach = k * (thirdQuartile - firstQuartile);
    return new IqrFences(firstQuartile - reach, thirdQuartile + reach);
  }

  /** Whether a value lies beyond a fence. */
  public boolean outside(double value) {
    return value < low || value > high;
  }
}
