package io.shopkeeper.ml.rating;

import io.shopkeeper.ml.algorithm.TrainedModel;

/** Predicts ratings. Implementations are immutable and safe for use by several threads. */
public interface RatingModel extends TrainedModel {

  /**
   * The expected rating, within the scale of the training data. An unknown user or item (an index
   * that was not in training) is answered from what is known of the other, or by the mean.
   */
  double predict(int user, int item);
}
