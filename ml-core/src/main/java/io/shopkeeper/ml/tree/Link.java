package io.shopkeeper.ml.tree;

import java.io.IOException;

/** How scores become predictions. */
enum Link {
  /** The score is the number. */
  NUMBER,
  /** 1 / (1 + e^−score) is the probability of the second of two classes. */
  LOGISTIC,
  /** Probabilities are the scores' e^score, divided by their sum. */
  SOFTMAX,
  /** The score is the probability of the second of two classes. */
  SHARE,
  /** The scores are the probabilities. */
  SHARES;

  /**
   * By its name in stored models.
   *
   * @throws IOException if there is none
   */
  static Link named(String name) throws IOException {
    for (Link link : values()) {
      if (link.name().equals(name)) {
        return link;
      }
    }
    throw new IOException("damaged: no link " + name);
  }

  /**
   * Turns scores into a prediction.
   *
   * @param scores of {@code values}, or one for two classes; at the beginning of the array
   * @param values becomes the prediction; may be the same array
   */
  void apply(double[] scores, double[] values) {
    switch (this) {
      case NUMBER -> values[0] = scores[0];
      case LOGISTIC -> two(1 / (1 + Math.exp(-scores[0])), values);
      case SHARE -> two(Math.clamp(scores[0], 0, 1), values);
      case SOFTMAX -> softmax(scores, values);
      case SHARES -> divide(scores, values);
    }
  }

  private static void two(double positive, double[] values) {
    if (values.length == 1) {
      values[0] = 1;
      return;
    }
    values[0] = 1 - positive;
    values[1] = positive;
  }

  private static void softmax(double[] scores, double[] values) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      greatest = Math.max(greatest, scores[i]);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.exp(scores[i] - greatest);
    }
    divide(values, values);
  }

  private static void divide(double[] from, double[] values) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += from[i];
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = from[i] / sum;
    }
  }
}
