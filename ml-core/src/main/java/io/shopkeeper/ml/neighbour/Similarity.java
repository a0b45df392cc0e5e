package io.shopkeeper.ml.neighbour;

/** How alike two items are, from the users that both have. */
public enum Similarity {
  /**
   * S(i, i′) = A_ii′ / √(C_i · C_i′): A counts the users who have both, C those who have one.
   * Values do not matter, only who has what. From 0 to 1.
   */
  SEED,
  /** The cosine of the items' columns of values. From −1 to 1. */
  COSINE
}
