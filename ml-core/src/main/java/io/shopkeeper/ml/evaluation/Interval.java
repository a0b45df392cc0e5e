package io.shopkeeper.ml.evaluation;

/**
 * Where a figure may lie; both ends are NaN where that cannot be said.
 *
 * @param low end
 * @param high end
 */
public record Interval(double low, double high) {

  /** Where nothing can be said. */
  public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

  private static final double Z95 = 1.959963984540054;

  /** Whether a value is not outside. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }

  /**
   * The 95 % score interval of a share (E. B. Wilson, "Probable Inference, the Law of Succession,
   * and Statistical Inference", JASA 22, 1927).
   *
   * @param hits of the trials
   * @param trials 0 or more; of none, nothing can be said
   */
  public static Interval ofShare(long hits, long trials) {
    if (trials <= 0) {
      return UNKNOWN;
    }
    double share = (double) hits / trials;
    double square = Z95 * Z95 / trials;
    double middle = (share + square / 2) / (1 + square);
    double half =
        Z95 / (1 + square) * Math.sqrt(share * (1 - share) / trials + square / 4 / trials);
    return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
  }
}
