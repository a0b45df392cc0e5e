package io.shopkeeper.ml.linear;

/** What scores become: of two classes there is one, the log-odds of the second. */
final class Outputs {

  private Outputs() {}

  /** Replaces scores by probabilities; gives −ln of the probability of a class. */
  static double probabilities(double[] scores, int code) {
    if (scores.length > 1) {
      return -Softmax.logProbabilities(scores, code);
    }
    double right = code == 1 ? scores[0] : -scores[0];
    scores[0] = Logistic.of(scores[0]);
    return Math.max(0, -right) + Math.log1p(Math.exp(-Math.abs(right)));
  }
}
