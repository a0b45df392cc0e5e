package io.shopkeeper.ml.tree.boost;

/** e^x in single precision, fast and the same on every machine. */
final class Exponential {

  private static final float LOG2_E = (float) (1 / StrictMath.log(2));

  /** ln 2 in two parts: the first has so few bits that its multiples are exact. */
  private static final float LN2_HIGH = 355f / 512;

  private static final float LN2_LOW = (float) (StrictMath.log(2) - LN2_HIGH);

  /** Bounds, between which neither the result nor its reciprocal leaves the normal numbers. */
  private static final float LEAST = -87;

  private static final float MOST = 88;

  private Exponential() {}

  /**
   * e^x for x from −87 to 88, beyond as at these. Relative error below 4·10⁻⁷: x = n·ln 2 + r, |r|
   * ≤ ½ ln 2, and Taylor's polynomial of degree 6 in r (J.-M. Muller: Elementary Functions, 2016).
   */
  static float exp(float x) {
    float bounded = Math.min(MOST, Math.max(LEAST, x));
    // Adding and taking away 1.5·2²³ rounds to a whole number.
    float whole = bounded * LOG2_E + 0x1.8p23f - 0x1.8p23f;
    float r = bounded - whole * LN2_HIGH - whole * LN2_LOW;
    float p = 1f / 720;
    p = p * r + 1f / 120;
    p = p * r + 1f / 24;
    p = p * r + 1f / 6;
    p = p * r + 1f / 2;
    float result = p * r * r + r + 1;
    return result * Float.intBitsToFloat(((int) whole + 127) << 23);
  }

  /**
   * ln(1 + e^x) for x from −87 to 0, absolute error below 4·10⁻⁷: twice the inverse hyperbolic
   * tangent of s = e^x / (2 + e^x) ≤ ⅓, by its series.
   */
  static double softplus(float x) {
    double e = exp(x);
    double s = e / (2 + e);
    double square = s * s;
    double p = 1.0 / 13;
    p = p * square + 1.0 / 11;
    p = p * square + 1.0 / 9;
    p = p * square + 1.0 / 7;
    p = p * square + 1.0 / 5;
    p = p * square + 1.0 / 3;
    return 2 * s * (p * square + 1);
  }

  /** 1 / (1 + e^−x). */
  static float sigmoid(float x) {
    return 1 / (1 + exp(-x));
  }
}
