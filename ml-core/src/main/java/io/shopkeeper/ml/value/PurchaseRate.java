package io.shopkeeper.ml.value;

/**
 * The purchases to expect of a customer who is alive: r/α·∫ e^−δs·F(s) ds over the weeks to come,
 * F(s) = ₂F₁(r + 1, a; a + b; −s/α) being what is left of the rate after s weeks. Its closed form,
 * equation (9) of the paper of {@link BetaGeometric}, is 0/0 at a = 1 and loses its digits near it;
 * the integral does not. It is taken over ln(1 + s/α), in which F is smooth, by Gauss and
 * Legendre's rule of 20 points.
 */
final class PurchaseRate {

  private static final double[] NODES = {
    0.0765265211334973, 0.2277858511416451, 0.3737060887154195, 0.5108670019508271,
    0.6360536807265150, 0.7463319064601508, 0.8391169718222188, 0.912234428251326,
    0.9639719272779138, 0.9931285991850949
  };
  private static final double[] WEIGHTS = {
    0.1527533871307258, 0.1491729864726037, 0.1420961093183820, 0.1316886384491766,
    0.1181945319615184, 0.1019301198172404, 0.0832767415767048, 0.0626720483341091,
    0.0406014298003869, 0.0176140071391521
  };

  private static final int MOST_TERMS = 200_000;
  private static final double LARGE = 1e200;

  private PurchaseRate() {}

  /**
   * The sum of the purchases.
   *
   * @param weeks 0 or more
   * @param discount δ, a week
   */
  static double sum(double r, double alpha, double a, double b, double weeks, double discount) {
    double end = Math.log1p(weeks / alpha);
    double sum = 0;
    for (int i = 0; i < NODES.length; i++) {
      sum +=
          WEIGHTS[i]
              * (at(end / 2 * (1 - NODES[i]), r, alpha, a, b, discount)
                  + at(end / 2 * (1 + NODES[i]), r, alpha, a, b, discount));
    }
    return r * sum * end / 2;
  }

  private static double at(double u, double r, double alpha, double a, double b, double discount) {
    double left = left(r + 1, b, a + b, u);
    return discount == 0
        ? Math.exp(u) * left
        : Math.exp(u - discount * alpha * Math.expm1(u)) * left;
  }

  /**
   * ₂F₁(A, C − B; C; 1 − e^u) by Pfaff's transformation e^−Au·₂F₁(A, B; C; 1 − e^−u), all terms of
   * which are above 0; sums that grow too large for a double are scaled down on the way.
   */
  static double left(double bigA, double bigB, double bigC, double u) {
    double z = -Math.expm1(-u);
    double term = 1;
    double sum = 1;
    double scale = -bigA * u;
    for (int j = 0; j < MOST_TERMS; j++) {
      term *= (bigA + j) * (bigB + j) / ((bigC + j) * (1.0 + j)) * z;
      sum += term;
      if (sum > LARGE) {
        sum /= LARGE;
        term /= LARGE;
        scale += Math.log(LARGE);
      } else if (term < sum * 1e-16) {
        break;
      }
    }
    return Math.exp(scale) * sum;
  }
}
