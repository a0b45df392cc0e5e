package io.shopkeeper.ml.embedding;

import io.shopkeeper.ml.training.TrainingListener;

/**
 * Measures each epoch by held-out pairs and says when more of them no longer help. For one thread.
 */
public final class Watch {

  private final Pairs held;
  private final int patience;
  private final TrainingListener listener;
  private double best = Double.NEGATIVE_INFINITY;
  private int since;

  /**
   * @param held nothing is measured where there is none
   * @param patience epochs without a better area under the curve before it is enough; 0 for never
   */
  public Watch(Pairs held, int patience, TrainingListener listener) {
    this.held = held;
    this.patience = patience;
    this.listener = listener;
  }

  /** Scores of a user and an item. */
  @FunctionalInterface
  public interface Scorer {

    /** How well they fit. */
    double score(int user, int item);
  }

  /** −ln σ(x): what a pair costs whose scores differ by x. */
  public static double loss(double x) {
    return x > 0 ? Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)) - x;
  }

  /**
   * Measures an epoch.
   *
   * @return whether it was the last
   */
  public boolean enough(int epoch, Scorer scorer) {
    if (held.size() == 0) {
      return false;
    }
    double loss = 0;
    double right = 0;
    for (int i = 0; i < held.size(); i++) {
      double x =
          scorer.score(held.user()[i], held.had()[i])
              - scorer.score(held.user()[i], held.other()[i]);
      loss += loss(x);
      right += x > 0 ? 1 : x == 0 ? 0.5 : 0;
    }
    listener.measured("loss validation", epoch, loss / held.size());
    listener.measured("auc validation", epoch, right / held.size());
    since = right > best ? 0 : since + 1;
    best = Math.max(best, right);
    return patience > 0 && since >= patience;
  }
}
