package io.shopkeeper.ml.value;

/**
 * The logarithm of the gamma function and its derivative, above 0: Stirling's series from 10 on,
 * reached by the recurrence (M. Abramowitz, I. Stegun, "Handbook of Mathematical Functions", 1964,
 * 6.1.15, 6.1.40, 6.3.5, 6.3.18). Relative errors are about 1e-14.
 */
final class GammaFunctions {

  private static final double FAR = 10;
  private static final double HALF_LOG_2PI = 0.5 * Math.log(2 * Math.PI);

  private GammaFunctions() {}

  /** ln Γ(x). */
  static double logGamma(double x) {
    double product = 1;
    double y = x;
    while (y < FAR) {
      product *= y;
      y += 1;
    }
    double square = 1 / (y * y);
    double series =
        (1.0 / 12
                + square
                    * (-1.0 / 360
                        + square
                            * (1.0 / 1260
                                + square
                                    * (-1.0 / 1680
                                        + square * (1.0 / 1188 - square * 691 / 360_360)))))
            / y;
    return (y - 0.5) * Math.log(y) - y + HALF_LOG_2PI + series - Math.log(product);
  }

  /** ψ(x), the derivative of ln Γ. */
  static double digamma(double x) {
    double sum = 0;
    double y = x;
    while (y < FAR) {
      sum += 1 / y;
      y += 1;
    }
    double square = 1 / (y * y);
    double series =
        square
            * (1.0 / 12
                - square
                    * (1.0 / 120 - square * (1.0 / 252 - square * (1.0 / 240 - square / 132))));
    return Math.log(y) - 0.5 / y - series - sum;
  }

  /** ln B(x, y). */
  static double logBeta(double x, double y) {
    return logGamma(x) + logGamma(y) - logGamma(x + y);
  }
}
