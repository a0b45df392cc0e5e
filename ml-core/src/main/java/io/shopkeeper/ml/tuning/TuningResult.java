package io.shopkeeper.ml.tuning;

import java.util.List;

/**
 * What a search found.
 *
 * @param best of the trials with the full resource; its score is the best of many and so a little
 *     too good: measure it on rows that the search did not see
 * @param trials all, in order
 * @param <O> the options
 */
public record TuningResult<O extends Record>(Trial<O> best, List<Trial<O>> trials) {

  public TuningResult {
    trials = List.copyOf(trials);
  }
}
