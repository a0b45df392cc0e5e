package io.shopkeeper.ml.search;

/** How near two vectors are; greater is nearer. */
public enum VectorMeasure {
  /** x·y / (‖x‖·‖y‖), from −1 to 1; 0 where one of them is 0. */
  COSINE,
  /** x·y. Long vectors are near to many; graphs find these somewhat less surely than by cosine. */
  INNER_PRODUCT;

  /**
   * A copy of a vector, ready for inner products.
   *
   * @throws IllegalArgumentException if it has another width or is not finite
   */
  float[] ready(float[] vector, int width) {
    if (vector.length != width) {
      throw new IllegalArgumentException(
          "a vector of %d values, not of %d".formatted(vector.length, width));
    }
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    if (!Double.isFinite(squares)) {
      throw new IllegalArgumentException("a vector's values must be finite");
    }
    float[] ready = vector.clone();
    if (this == COSINE && squares > 0) {
      double length = Math.sqrt(squares);
      for (int i = 0; i < width; i++) {
        ready[i] = (float) (vector[i] / length);
      }
    }
    return ready;
  }
}
