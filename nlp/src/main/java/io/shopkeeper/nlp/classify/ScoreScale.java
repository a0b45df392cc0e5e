package io.shopkeeper.nlp.classify;

import java.util.Arrays;

/**
 * Makes probabilities of scores. Of two classes with one score, 1 / (1 + exp(−(slope · score +
 * offset))) for the second; of more, exp(slope · score) of each over the sum, where the slope is
 * what makes held-out texts likeliest (C. Guo, G. Pleiss, Y. Sun, K. Weinberger: On Calibration of
 * Modern Neural Networks, ICML 2017).
 *
 * @param slope above 0 where scores are of use
 * @param offset of two classes
 */
record ScoreScale(double slope, double offset) {

  private static final double LEAST = 1e-3;
  private static final double MOST = 1e3;
  private static final int STEPS = 60;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /**
   * Fits the slope of several classes by golden section over its logarithm, in which the loss has
   * one valley.
   *
   * @param scores texts × classes
   */
  static ScoreScale softmax(double[][] scores, int[] codes) {
    double low = Math.log(LEAST);
    double high = Math.log(MOST);
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = loss(scores, codes, Math.exp(left));
    double atRight = loss(scores, codes, Math.exp(right));
    for (int step = 0; step < STEPS; step++) {
      if (atLeft < atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = loss(scores, codes, Math.exp(left));
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = loss(scores, codes, Math.exp(right));
      }
    }
    return new ScoreScale(Math.exp((low + high) / 2), 0);
  }

  /**
   * Of texts that are all told apart no slope would be too steep: as with Platt, one more text than
   * there are is taken to be of another class.
   */
  private static double loss(double[][] scores, int[] codes, double slope) {
    double other = 1.0 / (codes.length + 2);
    double loss = 0;
    for (int row = 0; row < codes.length; row++) {
      double best = Arrays.stream(scores[row]).max().orElse(0);
      double sum = 0;
      double rest = 0;
      for (double score : scores[row]) {
        sum += Math.exp(slope * (score - best));
        rest += score - best;
      }
      double own = scores[row][codes[row]] - best;
      rest = (rest - own) / (scores[row].length - 1);
      loss += Math.log(sum) - slope * ((1 - other) * own + other * rest);
    }
    return loss;
  }

  /**
   * Probabilities.
   *
   * @param scores one of two classes, else one for each class
   */
  double[] probabilities(double[] scores) {
    if (scores.length == 1) {
      double second = 1 / (1 + Math.exp(-(slope * scores[0] + offset)));
      return new double[] {1 - second, second};
    }
    double best = Arrays.stream(scores).max().orElse(0);
    double[] result = new double[scores.length];
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      result[i] = Math.exp(slope * (scores[i] - best));
      sum += result[i];
    }
    for (int i = 0; i < result.length; i++) {
      result[i] /= sum;
    }
    return result;
  }
}
