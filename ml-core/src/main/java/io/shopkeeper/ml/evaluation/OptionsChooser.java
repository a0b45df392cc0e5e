package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.training.TrainingListener;

/**
 * Chooses options by looking at some rows only, as tuning does.
 *
 * @param <O> the options
 */
@FunctionalInterface
public interface OptionsChooser<O extends Record> {

  /**
   * Chooses.
   *
   * @param rows that may be looked at; ascending
   * @param seed of everything random
   * @param listener can stop it
   */
  O choose(int[] rows, long seed, TrainingListener listener);
}
