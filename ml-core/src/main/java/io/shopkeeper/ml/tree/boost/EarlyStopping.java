package io.shopkeeper.ml.tree.boost;

/** Ends a boosting when the validation loss has not become better for some trees. */
final class EarlyStopping {

  private final int patience;
  private double best = Double.POSITIVE_INFINITY;
  private int bestStep = -1;

  EarlyStopping(int patience) {
    this.patience = patience;
  }

  /** Takes a loss; whether to end. */
  boolean ends(int step, double loss) {
    if (loss < best) {
      best = loss;
      bestStep = step;
    }
    return step - bestStep >= patience;
  }

  /** The step with the best loss; −1 before any. */
  int bestStep() {
    return bestStep;
  }
}
