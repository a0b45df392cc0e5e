package io.shopkeeper.ml.rating;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.neighbour.ItemNeighbourModel;
import io.shopkeeper.ml.neighbour.ItemNeighbourOptions;
import io.shopkeeper.ml.neighbour.ItemNeighbourTrainer;
import io.shopkeeper.ml.training.TrainingListener;

/**
 * The mean of the user's ratings of the item's neighbours, weighted by similarity ({@link
 * ItemNeighbourModel#predictRating}); {@link BaselineRatings} where no neighbour was rated.
 */
public final class NeighbourRatings implements RatingModel {

  private final InteractionMatrix ratings;
  private final ItemNeighbourModel neighbours;
  private final BaselineRatings baseline;

  private NeighbourRatings(
      InteractionMatrix ratings, ItemNeighbourModel neighbours, BaselineRatings baseline) {
    this.ratings = ratings;
    this.neighbours = neighbours;
    this.baseline = baseline;
  }

  /** Learns; the same ratings give the same model. */
  public static NeighbourRatings train(
      Ratings ratings, ItemNeighbourOptions options, TrainingListener listener) {
    InteractionMatrix matrix = ratings.matrix();
    return new NeighbourRatings(
        matrix,
        ItemNeighbourTrainer.train(matrix, options, listener),
        BaselineRatings.train(ratings, BaselineRatings.Options.DEFAULT));
  }

  @Override
  public double predict(int user, int item) {
    if (user >= ratings.users()) {
      return baseline.predict(user, item);
    }
    double predicted =
        neighbours.predictRating(item, ratings.rowItems(user), ratings.rowValues(user));
    return Double.isNaN(predicted) ? baseline.predict(user, item) : baseline.clip(predicted);
  }
}
