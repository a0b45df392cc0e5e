package io.shopkeeper.ml.neural.layer;

/**
 * An array that a layer learns.
 *
 * @param length how many values
 */
public record Parameter(Role role, int length) {

  /** What becomes of it. */
  public enum Role {
    /** Learnt by its gradient, and drawn to 0 where the optimiser does that. */
    WEIGHT,
    /** Learnt by its gradient alone: biases, gains, shifts. */
    BIAS,
    /**
     * Follows the mini-batches: what stands in the place of its gradient is what the last
     * mini-batch measured, and the value moves a part of the way there.
     */
    STATISTIC
  }
}
