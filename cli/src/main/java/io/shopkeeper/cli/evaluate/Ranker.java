package io.shopkeeper.cli.evaluate;

import java.util.function.IntPredicate;

/** Ranks items for a history. Safe for use by several threads. */
@FunctionalInterface
interface Ranker {

  /**
   * The best items.
   *
   * @param history the user's training items in the order of time
   * @param n at most so many
   * @param admissible whether an item may be ranked
   */
  int[] top(int[] history, int n, IntPredicate admissible);
}
