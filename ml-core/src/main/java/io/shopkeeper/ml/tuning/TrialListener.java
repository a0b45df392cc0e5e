package io.shopkeeper.ml.tuning;

/**
 * Hears of each trial, for a table that grows.
 *
 * @param <O> the options
 */
@FunctionalInterface
public interface TrialListener<O extends Record> {

  /**
   * A trial has ended.
   *
   * @param trial the last
   * @param best of all with the full resource so far
   */
  void finished(Trial<O> trial, Trial<O> best);
}
