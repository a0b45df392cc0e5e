package io.shopkeeper.cli.worked;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.neighbour.ItemNeighbourModel;
import io.shopkeeper.ml.neighbour.ItemNeighbourOptions;
import io.shopkeeper.ml.neighbour.ItemNeighbourTrainer;
import io.shopkeeper.ml.neighbour.Similarity;
import io.shopkeeper.ml.rating.Ratings;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.worked.RatedShop;

/**
 * The seed's formula with likes as its interactions: S(i, j) = A_ij / √(C_i · C_j), A the customers
 * who like both products, C those who like one, and the chance that u likes j is ŷ = Σ S(k, j)·L_uk
 * / Σ S(k, j) over the neighbours k of j that u rated, L being 1 where they liked it.
 */
final class LikedNeighbours {

  private static final int NEIGHBOURS = 200;

  private final InteractionMatrix rated;
  private final ItemNeighbourModel neighbours;

  private LikedNeighbours(InteractionMatrix rated, ItemNeighbourModel neighbours) {
    this.rated = rated;
    this.neighbours = neighbours;
  }

  static LikedNeighbours train(Ratings ratings, TrainingListener listener) {
    InteractionMatrix.Builder liked =
        InteractionMatrix.builder().atLeast(ratings.users(), ratings.items());
    for (int i = 0; i < ratings.size(); i++) {
      if (ratings.value()[i] >= RatedShop.LIKED) {
        liked.add(ratings.user()[i], ratings.item()[i], 1);
      }
    }
    var options = new ItemNeighbourOptions(Similarity.SEED, NEIGHBOURS, 1, 0);
    InteractionMatrix rated = ratings.matrix().map(value -> value >= RatedShop.LIKED ? 1 : 0);
    return new LikedNeighbours(rated, ItemNeighbourTrainer.train(liked.build(), options, listener));
  }

  /** From 0 to 1; one half where nothing is known. */
  double chance(int user, int item) {
    double chance = neighbours.predictRating(item, rated.rowItems(user), rated.rowValues(user));
    return Double.isNaN(chance) ? 0.5 : chance;
  }
}
