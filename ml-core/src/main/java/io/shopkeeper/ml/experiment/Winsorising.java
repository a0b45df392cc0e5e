package io.shopkeeper.ml.experiment;

import java.util.Arrays;

/**
 * Caps what few units do much of, such as the revenue of a wholesaler among visitors: less variance
 * for a small bias. The cap must be one for all arms, taken of all their units together: caps of
 * their own would hide a difference.
 */
public final class Winsorising {

  private Winsorising() {}

  /**
   * The number below which such a share of all units lies.
   *
   * @param values of the units of all arms; none is changed
   * @param share such as 0.99, above 0, at most 1
   */
  public static double cap(double[] values, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("the share must be from 0 to 1, but is " + share);
    }
    if (values.length == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
