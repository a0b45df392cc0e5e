package io.shopkeeper.ml.neural.optimiser;

/**
 * Moves parameters against their gradients. It keeps what it knows of each parameter from step to
 * step. Parts of a step that do not overlap may be taken by several threads.
 */
public interface Optimiser {

  /** Begins the next step. */
  void begin();

  /**
   * Moves the parameters from {@code from} to {@code to}, exclusive.
   *
   * @param rate how far
   * @param decay how much they are drawn to 0
   */
  void step(float[] values, float[] gradients, int from, int to, float rate, float decay);
}
