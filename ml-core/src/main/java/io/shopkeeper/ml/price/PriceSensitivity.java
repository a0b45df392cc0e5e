package io.shopkeeper.ml.price;

/**
 * How the demand for a product answers to its price: the elasticity ε of units = c·price^ε. At −2 a
 * price 1 % lower goes with about 2 % more units; below −1 it brings more money, above −1 less.
 *
 * @param changes weeks in which it was sold at another price than in the week before that it was
 *     sold in
 * @param weeks from the first sale at a known price to the end of what is known
 * @param elasticity NaN where it is not known
 * @param low end of the interval that holds it in 95 of 100 cases; NaN as above
 * @param high the other end; NaN as above
 * @param own the part of the answer that the product's own weeks give, 0 to 1; the rest is from
 *     others of its category and of the shop; NaN as above
 */
public record PriceSensitivity(
    int changes, int weeks, double elasticity, double low, double high, double own) {

  /** Prices that differ by less, as a share, are one price. */
  public static final double CHANGE = 0.02;

  /** Of a product with fewer changes nothing is said. */
  public static final int FEWEST_CHANGES = 3;

  /** Of a product known for fewer weeks nothing is said. */
  public static final int FEWEST_WEEKS = 12;

  /** Of a product of which nothing can be said. */
  static PriceSensitivity unknown(int changes, int weeks) {
    return new PriceSensitivity(changes, weeks, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  /** Whether anything is said. */
  public boolean known() {
    return !Double.isNaN(elasticity);
  }

  /** What follows for money. */
  public enum Answer {
    /** The whole interval is below −1: a lower price brings more money. */
    ELASTIC,
    /** The whole interval is above −1: a lower price brings less money. */
    INELASTIC,
    /** −1 is within the interval. */
    OPEN
  }

  /** What follows for money; {@code OPEN} where nothing is known. */
  public Answer answer() {
    if (high < -1) {
      return Answer.ELASTIC;
    }
    return low > -1 ? Answer.INELASTIC : Answer.OPEN;
  }

  /**
   * By which share units change when the price does.
   *
   * @param elasticity such as {@link #low}
   * @param change of the price, such as −0.1 for a tenth less; above −1
   * @return such as 0.2 for a fifth more
   */
  public static double effect(double elasticity, double change) {
    return Math.expm1(elasticity * Math.log1p(change));
  }
}
