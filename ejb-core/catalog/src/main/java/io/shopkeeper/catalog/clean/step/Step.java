package io.shopkeeper.catalog.clean.step;

/**
 * One step. In the first pass a step sees each row as the steps before it leave it. For one thread.
 */
interface Step {

  /** Learns from something that the shop stored before. */
  default void learn(Draft known) {
    observe(known);
  }

  /** Sees a row of the first pass: steps that always do the same just do it. */
  default void observe(Draft row) {
    clean(row);
  }

  /** Cleans a row. */
  void clean(Draft row);
}
