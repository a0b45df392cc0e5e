package io.shopkeeper.ml.diversity;

/** How alike two candidates are; the same both ways. */
@FunctionalInterface
public interface Likeness {

  /**
   * Of two candidates.
   *
   * @param a place among the candidates
   * @param b place among the candidates
   * @return 1 for equals, 0 for those that have nothing in common; finite
   */
  double of(int a, int b);
}
