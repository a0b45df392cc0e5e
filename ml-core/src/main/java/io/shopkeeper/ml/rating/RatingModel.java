package io.shopkeeper.ml.rating;

/** Predicts ratings. Implementations are immutable and safe for use by several threads. */
@FunctionalInterface
public interface RatingModel {

  /**
   * The expected rating, within the scale of the training data. An unknown user or item (an index
   * beyond those of the training) is answered from what is known of the other, or by the mean.
   */
  double predict(int user, int item);
}
