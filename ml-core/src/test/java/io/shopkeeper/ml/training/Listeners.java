package io.shopkeeper.ml.training;

import java.util.function.BooleanSupplier;

/** Listeners of tests. */
public final class Listeners {

  private Listeners() {}

  /** Stops at once. */
  public static TrainingListener cancelled() {
    return cancelledWhen(() -> true);
  }

  /** Stops when asked for the n-th time. */
  public static TrainingListener cancelledAfter(int asked) {
    int[] left = {asked};
    return cancelledWhen(() -> left[0]-- <= 0);
  }

  private static TrainingListener cancelledWhen(BooleanSupplier condition) {
    return new TrainingListener() {
      @Override
      public void progress(double fraction, String phase) {}

      @Override
      public boolean cancelled() {
        return condition.getAsBoolean();
      }
    };
  }
}
