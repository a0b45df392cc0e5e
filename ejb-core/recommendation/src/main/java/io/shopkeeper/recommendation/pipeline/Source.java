package io.shopkeeper.recommendation.pipeline;

import java.util.function.Predicate;

/** Proposes products. One is made for one answer; for one thread. */
@FunctionalInterface
public interface Source {

  /**
   * The best that it has.
   *
   * @param n at most so many, at least 1
   * @param admissible whether a product of the shelf may be shown
   * @return the best first; none twice
   */
  Proposals propose(Ask ask, int n, Predicate<Article> admissible);
}
