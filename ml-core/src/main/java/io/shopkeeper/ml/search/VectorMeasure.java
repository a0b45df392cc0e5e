package io.shopkeeper.ml.search;

/** How near two vectors are; greater is nearer. */
public enum VectorMeasure {
  /** x·y / (‖x‖·‖y‖), from −1 to 1; 0 where one of them is 0. */
  COSINE,
  /** x·y. Long vectors are near to many; graphs find these somewhat less surely than by cosine. */
  INNER_PRODUCT
}
