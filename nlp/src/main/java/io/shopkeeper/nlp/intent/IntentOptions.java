package io.shopkeeper.nlp.intent;

/**
 * How an intent model is learnt.
 *
 * @param l2Cost weight of the L2 penalty, 0 or more
 * @param iterations at most so many steps of the optimiser, 1 or more
 * @param folds parts of the cross-validation, 2 or more
 * @param seed of the division into folds
 */
public record IntentOptions(double l2Cost, int iterations, int folds, long seed) {

  /** What the product uses. */
  public static final IntentOptions DEFAULT = new IntentOptions(0.1, 100, 5, 42);

  public IntentOptions {
    if (l2Cost < 0 || iterations < 1 || folds < 2) {
      throw new IllegalArgumentException(
          "l2Cost must be 0 or more, iterations 1 or more, folds 2 or more");
    }
  }
}
