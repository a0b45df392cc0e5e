package io.shopkeeper.ml.tuning;

import java.util.SplittableRandom;

/** How to search. */
public sealed interface SearchStrategy
    permits RandomSearch, SuccessiveHalving, Hyperband, BayesianSearch {

  /** The name outside, in lower case with hyphens. */
  String name();

  /** Whether it tries with less than the full resource. */
  boolean halves();

  /** Begins. */
  Search begin(SearchSpace<?> space, SplittableRandom random);
}
