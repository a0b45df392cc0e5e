package io.shopkeeper.ml.tuning;

import java.util.Optional;

/**
 * Options that were tried.
 *
 * @param number from 1, in the order of the trials; the first is that of the options to begin with
 * @param options what was tried
 * @param share of the full resource, above 0 and at most 1
 * @param score the metric; NaN where it failed
 * @param seconds it took
 * @param problem why it failed; empty where it did not
 * @param <O> the options
 */
public record Trial<O extends Record>(
    int number, O options, double share, double score, double seconds, Optional<String> problem) {

  /** Whether it was tried with all, so that its score can be compared. */
  public boolean isFull() {
    return share == 1;
  }
}
