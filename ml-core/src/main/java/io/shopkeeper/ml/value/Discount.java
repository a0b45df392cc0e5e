package io.shopkeeper.ml.value;

/** Money that comes later counts for less. */
final class Discount {

  private static final double WEEKS_A_YEAR = 365.25 / 7;

  private Discount() {}

  /**
   * δ of e^−δt, t in weeks.
   *
   * @param yearly such as 0.1 for a tenth
   */
  static double weekly(double yearly) {
    return Math.log1p(yearly) / WEEKS_A_YEAR;
  }

  /** The mean of e^−δt over so many days, as if purchases were spread evenly. */
  static double over(int days, double yearly) {
    double whole = weekly(yearly) * days / 7;
    return whole == 0 ? 1 : -Math.expm1(-whole) / whole;
  }
}
