package io.shopkeeper.ml.tuning;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** How to search. */
public sealed interface SearchStrategy
    permits RandomSearch, SuccessiveHalving, Hyperband, BayesianSearch {

  /** All with their usual settings, the usual one first. */
  static List<SearchStrategy> all() {
    return List.of(
        new BayesianSearch(), new RandomSearch(), new SuccessiveHalving(), new Hyperband());
  }

  /** One of {@link #all} by its name. */
  static Optional<SearchStrategy> find(String name) {
    return all().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** The name outside, in lower case with hyphens. */
  String name();

  /** Whether it tries with less than the full resource. */
  boolean halves();

  /** Begins. */
  Search begin(SearchSpace<?> space, SplittableRandom random);
}
