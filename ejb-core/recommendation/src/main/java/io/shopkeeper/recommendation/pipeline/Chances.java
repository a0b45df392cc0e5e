package io.shopkeeper.recommendation.pipeline;

import java.util.List;

/**
 * How likely a list was.
 *
 * @param propensities of each place of the list, that what is shown is shown there; empty where
 *     nothing was left to chance
 * @param spare products that might have been shown at those places and were not
 */
public record Chances(List<Double> propensities, List<String> spare) {

  /** Nothing was left to chance. */
  public static final Chances NONE = new Chances(List.of(), List.of());

  public Chances {
    propensities = List.copyOf(propensities);
    spare = List.copyOf(spare);
  }
}
