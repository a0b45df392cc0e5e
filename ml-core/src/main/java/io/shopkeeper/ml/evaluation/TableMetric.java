package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.table.Target;

/**
 * A figure of predictions beside what was to be predicted.
 *
 * @param name as in reports, such as {@code log_loss}
 * @param greaterIsBetter whether a greater figure is a better one
 * @param measure takes it
 */
public record TableMetric(String name, boolean greaterIsBetter, Measure measure) {

  /** Takes a figure. */
  @FunctionalInterface
  public interface Measure {

    /**
     * Takes a figure; safe for several threads.
     *
     * @param predictions rows × outputs, as of {@link io.shopkeeper.ml.table.TableModel}
     * @return NaN where it cannot be said, as the AUC of one class alone
     */
    double of(Target target, double[][] predictions);
  }
}
