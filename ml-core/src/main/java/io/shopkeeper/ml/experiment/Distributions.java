package io.shopkeeper.ml.experiment;

/** The few distribution functions that tests need. */
final class Distributions {

  private static final double[] LANCZOS = {
    0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531,
    -176.6150291621406, 12.507343278686905, -0.13857109526572012, 9.984369578019572e-6,
    1.5056327351493116e-7
  };

  private Distributions() {}

  /** The standard normal distribution function, by the incomplete gamma function. */
  static double normal(double z) {
    double tail = 0.5 * upperGamma(0.5, 0.5 * z * z);
    return z > 0 ? 1 - tail : tail;
  }

  /**
   * Below which z lies such a share: bisection of {@link #normal}, sure and exact enough for what
   * is asked once for a plan.
   *
   * @param share above 0 and below 1
   */
  static double normalQuantile(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("a share must be between 0 and 1, but is " + share);
    }
    if (share > 0.5) {
      return -normalQuantile(1 - share);
    }
    double low = -40;
    double high = 0;
    for (int step = 0; step < 100; step++) {
      double middle = 0.5 * (low + high);
      if (normal(middle) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  /** How probable so great a chi-square or a greater one is. */
  static double chiSquareTail(double statistic, int degrees) {
    return upperGamma(0.5 * degrees, 0.5 * statistic);
  }

  /** The logarithm of the gamma function of x above 0 (C. Lanczos, 1964; g = 7, 9 terms). */
  static double logGamma(double x) {
    if (x < 0.5) {
      return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
    }
    double sum = LANCZOS[0];
    for (int term = 1; term < LANCZOS.length; term++) {
      sum += LANCZOS[term] / (x - 1 + term);
    }
    double t = x + 6.5;
    return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
  }

  /**
   * The regularised upper incomplete gamma function Q(a, x): the series below a + 1, Legendre's
   * continued fraction by W. Lentz's method above (W. Press et al., "Numerical Recipes", 2007,
   * section 6.2).
   */
  static double upperGamma(double a, double x) {
    if (x <= 0) {
      return 1;
    }
    double scale = Math.exp(a * Math.log(x) - x - logGamma(a));
    return x < a + 1 ? 1 - scale * series(a, x) : scale * fraction(a, x);
  }

  private static double series(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (double n = a + 1; term > sum * 1e-17; n++) {
      term *= x / n;
      sum += term;
    }
    return sum;
  }

  private static double fraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1e300;
    double d = 1 / b;
    double h = d;
    for (int i = 1; i < 10_000; i++) {
      double an = -i * (i - a);
      b += 2;
      d = 1 / unlessZero(an * d + b);
      c = unlessZero(b + an / c);
      double step = d * c;
      h *= step;
      if (Math.abs(step - 1) < 1e-15) {
        break;
      }
    }
    return h;
  }

  private static double unlessZero(double value) {
    return Math.abs(value) < 1e-300 ? 1e-300 : value;
  }
}
