package io.shopkeeper.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether a result is the reference's within a bound, special values included. */
final class Closeness {

  private static final double FLOAT_EPSILON = Math.ulp(1f);
  private static final double DOUBLE_EPSILON = Math.ulp(1.0);

  private Closeness() {}

  /**
   * Compares sums of products.
   *
   * @param magnitudes Σ|a·b| + |β·c| of each; where it overflows, the order of addition decides
   * @param terms how many are added
   */
  static void sums(String what, float[] expected, float[] actual, float[] magnitudes, int terms) {
    for (int i = 0; i < expected.length; i++) {
      boolean overflowing = !(magnitudes[i] < Float.MAX_VALUE / 4);
      double bound = (terms + 4) * (FLOAT_EPSILON * magnitudes[i] + 2 * Float.MIN_VALUE);
      check(what, i, expected[i], actual[i], bound, overflowing);
    }
  }

  /** The same in double precision. */
  static void sums(
      String what, double[] expected, double[] actual, double[] magnitudes, int terms) {
    for (int i = 0; i < expected.length; i++) {
      boolean overflowing = !(magnitudes[i] < Double.MAX_VALUE / 4);
      double bound = (terms + 4) * (DOUBLE_EPSILON * magnitudes[i] + 2 * Double.MIN_VALUE);
      check(what, i, expected[i], actual[i], bound, overflowing);
    }
  }

  /** Compares values with a bound of their own. */
  static void value(String what, int place, double expected, double actual, double bound) {
    check(what, place, expected, actual, bound, false);
  }

  private static void check(
      String what, int place, double expected, double actual, double bound, boolean overflowing) {
    if (overflowing && !Double.isNaN(expected) && !Double.isFinite(actual)) {
      // Partial sums overflowed here and not there: an infinity or ∞ − ∞ is all that can be asked.
      return;
    }
    if (!Double.isFinite(expected)) {
      assertThat(Double.compare(expected, actual))
          .as("%s at %d is %s, but the reference says %s", what, place, actual, expected)
          .isZero();
      return;
    }
    if (!(Math.abs(actual - expected) <= bound)) {
      throw new AssertionError(
          "%s at %d is %s, but the reference says %s, and the bound is %s"
              .formatted(what, place, actual, expected, bound));
    }
  }
}
