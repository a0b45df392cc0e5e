package io.shopkeeper.nlp.classify;

import java.util.stream.IntStream;

/**
 * When a text is taken to be of none of the classes: where the likeliest is neither likely enough
 * nor likelier enough than the class that stands for all that is of none. Of the likeliest's
 * probability p and that one's q, what counts is p² / (p² + q), 0 to 1: it falls with q, and where
 * the probability is spread over many classes.
 *
 * @param outside place of the class that stands for all that is of none, which may have had
 *     examples
 * @param threshold of that, from which on the likeliest is answered, 0 to 1
 */
public record Scope(int outside, double threshold) {

  public Scope {
    if (outside < 0 || !(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException(
          "class %d and threshold %s are no scope".formatted(outside, threshold));
    }
  }

  /**
   * Refuses as much as costs no more than a part of the right answers.
   *
   * @param probabilities of texts by models that had not seen them, texts × classes
   * @param codes their classes
   * @param outside as above
   * @param lost part of the right answers that may be refused, 0 to 1
   */
  static Scope learn(double[][] probabilities, int[] codes, int outside, double lost) {
    var any = new Scope(outside, 0);
    double[] right =
        IntStream.range(0, codes.length)
            .filter(row -> codes[row] != outside)
            .filter(row -> codes[row] == any.likeliest(probabilities[row]))
            .mapToDouble(row -> any.confidence(probabilities[row]))
            .sorted()
            .toArray();
    int refused = (int) Math.floor(lost * right.length);
    return refused < right.length ? new Scope(outside, right[refused]) : any;
  }

  /** The likeliest class, that of all others left out. */
  int likeliest(double[] probabilities) {
    int best = outside == 0 ? 1 : 0;
    for (int place = best + 1; place < probabilities.length; place++) {
      if (place != outside && probabilities[place] > probabilities[best]) {
        best = place;
      }
    }
    return best;
  }

  /** How sure it is of the likeliest, 0 to 1. */
  public double confidence(double[] probabilities) {
    double inside = probabilities[likeliest(probabilities)];
    double square = inside * inside;
    return square == 0 ? 0 : square / (square + probabilities[outside]);
  }

  /** Whether it says that a text is of none of the classes. */
  public boolean refuses(double[] probabilities) {
    return confidence(probabilities) < threshold;
  }

  /** The probabilities, or of a text that it refuses certainty of that. */
  double[] decided(double[] probabilities) {
    if (!refuses(probabilities)) {
      return probabilities;
    }
    double[] refused = new double[probabilities.length];
    refused[outside] = 1;
    return refused;
  }
}
