package io.shopkeeper.ml.tuning;

/** How much better than the best a point may be, on average (J. Močkus, 1975; Jones, 1998). */
final class Improvement {

  private Improvement() {}

  /** Expected improvement below the best. */
  static double expected(GaussianProcess.Belief belief, double best) {
    if (belief.deviation() <= 0) {
      return Math.max(0, best - belief.mean());
    }
    double z = (best - belief.mean()) / belief.deviation();
    return (best - belief.mean()) * normal(z) + belief.deviation() * density(z);
  }

  static double density(double z) {
    return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  }

  /**
   * The standard normal distribution function, by the series of G. Marsaglia, "Evaluating the
   * Normal Distribution", Journal of Statistical Software 11(4), 2004; beyond 6 by its first
   * asymptotic terms.
   */
  static double normal(double z) {
    if (z > 6) {
      return 1 - normal(-z);
    }
    if (z < -6) {
      return density(z) / -z * (1 - 1 / (z * z) + 3 / (z * z * z * z));
    }
    double sum = z;
    double term = z;
    for (int odd = 3; Math.abs(term) > 1e-18 && odd < 400; odd += 2) {
      term *= z * z / odd;
      sum += term;
    }
    return 0.5 + sum * density(z);
  }
}
