package io.shopkeeper.ml.factorisation;

import java.util.SplittableRandom;

/** Random numbers of the distributions that the sampler needs. For one thread. */
final class Draws {

  private final SplittableRandom random;

  Draws(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Normal, by its precision 1/σ². */
  double normal(double mean, double precision) {
    return mean + random.nextGaussian() / Math.sqrt(precision);
  }

  /**
   * Gamma (Marsaglia and Tsang: A Simple Method for Generating Gamma Variables, ACM TOMS 26(3),
   * 2000).
   *
   * @param shape at least 1
   * @param rate greater than 0
   */
  double gamma(double shape, double rate) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double root = 1 + c * x;
      double v = root * root * root;
      if (root > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v / rate;
      }
    }
  }
}
