package io.shopkeeper.fraud.boundary.drift;

import java.time.Instant;
import java.util.List;

/**
 * How far payments had moved, when it was measured, from those that a version learnt from.
 *
 * @param version of the model
 * @param from of the first payment that could be looked at
 * @param payments it judged since
 * @param sampled how many of them were looked at, evenly over time
 * @param scores of the version
 * @param features the one that moved most first
 */
public record ScoreDrift(
    int version,
    Instant at,
    Instant from,
    long payments,
    int sampled,
    DriftLine scores,
    List<DriftLine> features) {

  public ScoreDrift {
    features = List.copyOf(features);
  }
}
