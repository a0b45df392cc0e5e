package io.shopkeeper.ml.linear;

/** e^z / Σe^z, shifted by the greatest so that nothing overflows. */
final class Softmax {

  private Softmax() {}

  /** Replaces scores by probabilities. */
  static void probabilities(double[] z) {
    logProbabilities(z, 0);
  }

  /** The same; gives ln p of one. */
  static double logProbabilities(double[] z, int of) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double one : z) {
      greatest = Math.max(greatest, one);
    }
    double score = z[of] - greatest;
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      z[i] = Math.exp(z[i] - greatest);
      sum += z[i];
    }
    for (int i = 0; i < z.length; i++) {
      z[i] /= sum;
    }
    return score - Math.log(sum);
  }
}
