package io.shopkeeper.recommendation.experiment;

/**
 * Which impressions are read.
 *
 * @param experiment null for any and none
 * @param placement null for any
 * @param from milliseconds since 1970, in it
 * @param until milliseconds since 1970, not in it
 */
public record Slice(String experiment, String placement, long from, long until) {

  /** All of an experiment. */
  static Slice ofExperiment(String name) {
    return new Slice(name, null, 0, Long.MAX_VALUE);
  }
}
