package io.shopkeeper.ml.rating;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.neighbour.ItemNeighbourModel;
import io.shopkeeper.ml.neighbour.ItemNeighbourOptions;
import io.shopkeeper.ml.neighbour.ItemNeighbourTrainer;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The mean of the user's ratings of the item's neighbours, weighted by similarity ({@link
 * ItemNeighbourModel#predictRating}); {@link BaselineRatings} where no neighbour was rated.
 */
final class NeighbourRatings implements RatingModel {

  private static final int FORMAT = 1;

  private final String name;
  private final InteractionMatrix ratings;
  private final ItemNeighbourModel neighbours;
  private final BaselineRatings baseline;

  private NeighbourRatings(
      String name,
      InteractionMatrix ratings,
      ItemNeighbourModel neighbours,
      BaselineRatings baseline) {
    this.name = name;
    this.ratings = ratings;
    this.neighbours = neighbours;
    this.baseline = baseline;
  }

  /** Learns; the same ratings give the same model. */
  static NeighbourRatings train(
      String name, Ratings ratings, ItemNeighbourOptions options, TrainingListener listener) {
    InteractionMatrix matrix = ratings.matrix();
    return new NeighbourRatings(
        name,
        matrix,
        ItemNeighbourTrainer.train(matrix, options, listener),
        BaselineRatings.train(ratings, BaselineRatings.Options.DEFAULT));
  }

  @Override
  public double predict(int user, int item) {
    if (user < 0 || user >= ratings.users()) {
      return baseline.predict(user, item);
    }
    double predicted =
        neighbours.predictRating(item, ratings.rowItems(user), ratings.rowValues(user));
    return Double.isNaN(predicted) ? baseline.predict(user, item) : baseline.clip(predicted);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, name, FORMAT);
    ratings.write(out);
    neighbours.write(out);
    baseline.write(out);
  }

  static NeighbourRatings read(DataInput in, String name) throws IOException {
    StoredForm.readHeader(in, name, FORMAT);
    return new NeighbourRatings(
        name, InteractionMatrix.read(in), ItemNeighbourModel.read(in), BaselineRatings.read(in));
  }
}
