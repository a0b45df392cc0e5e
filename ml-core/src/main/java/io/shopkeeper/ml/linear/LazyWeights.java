package io.shopkeeper.ml.linear;

import java.util.Arrays;

/**
 * Weights that every step pulls towards 0, w ← sgn(w)·max(0, |w| − rate·l1) / (1 + rate·l2), at no
 * cost for those that a row does not touch: what they missed is made up for when they are read (Z.
 * Lipton and C. Elkan, "Efficient Elastic Net Regularization for Sparse Linear Models", 2015, with
 * the steps of J. Duchi and Y. Singer, FOBOS, 2009). For one thread.
 *
 * <p>With P the product of all 1 / (1 + rate·l2) so far, and B the sum of rate·l1 / P before each
 * step, a weight that was last read at B₀ as v·P₀ is now sgn(v)·max(0, |v| − (B − B₀))·P.
 */
final class LazyWeights {

  /** Where P is so small, all weights are written anew. */
  private static final double LEAST = 1e-100;

  private final double l1;
  private final double l2;
  private final double[] scaled;
  private final double[] pulls;
  private double product = 1;
  private double pull;

  /** All 0. */
  LazyWeights(int count, double l1, double l2) {
    this.l1 = l1;
    this.l2 = l2;
    this.scaled = new double[count];
    this.pulls = new double[l1 > 0 ? count : 0];
  }

  /** A weight as it is now. */
  double get(int place) {
    double value = scaled[place];
    if (l1 > 0) {
      double left = Math.abs(value) - (pull - pulls[place]);
      value = left > 0 ? Math.copySign(left, value) : 0;
    }
    return value * product;
  }

  /** Changes one weight. */
  void set(int place, double value) {
    scaled[place] = value / product;
    if (l1 > 0) {
      pulls[place] = pull;
    }
  }

  /** Pulls at all weights. */
  void step(double rate) {
    pull += rate * l1 / product;
    product /= 1 + rate * l2;
    if (product < LEAST) {
      double[] now = all();
      System.arraycopy(now, 0, scaled, 0, now.length);
      Arrays.fill(pulls, 0);
      product = 1;
      pull = 0;
    }
  }

  /** All as they are now. */
  double[] all() {
    double[] all = new double[scaled.length];
    Arrays.setAll(all, this::get);
    return all;
  }
}
