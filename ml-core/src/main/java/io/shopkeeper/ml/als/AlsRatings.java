package io.shopkeeper.ml.als;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.rating.BaselineRatings;
import io.shopkeeper.ml.rating.RatingModel;
import io.shopkeeper.ml.rating.Ratings;
import io.shopkeeper.ml.training.TrainingListener;

/**
 * r_ui = baseline_ui + p_u · q_i, what the baseline leaves being factorised by alternating least
 * squares with λ weighted by counts (Zhou and others, 2008). Immutable and safe for use by several
 * threads. One seed gives one model.
 */
public final class AlsRatings implements RatingModel {

  private final BaselineRatings baseline;
  private final int factors;
  private final float[] users;
  private final float[] items;
  private final double least;
  private final double greatest;

  private AlsRatings(
      BaselineRatings baseline, Ratings ratings, int factors, float[] users, float[] items) {
    this.baseline = baseline;
    this.factors = factors;
    this.users = users;
    this.items = items;
    this.least = ratings.least();
    this.greatest = ratings.greatest();
  }

  /** Learns with the kernels of this process. */
  public static AlsRatings train(Ratings ratings, AlsOptions options, TrainingListener listener) {
    return train(ratings, options, KernelBackends.current().kernels(), listener);
  }

  /** Learns. */
  public static AlsRatings train(
      Ratings ratings, AlsOptions options, Kernels kernels, TrainingListener listener) {
    BaselineRatings baseline = BaselineRatings.train(ratings, BaselineRatings.Options.DEFAULT);
    float[] rest = new float[ratings.size()];
    for (int i = 0; i < rest.length; i++) {
      rest[i] =
          (float) (ratings.value()[i] - baseline.predict(ratings.user()[i], ratings.item()[i]));
    }
    var left = new Ratings(ratings.users(), ratings.items(), ratings.user(), ratings.item(), rest);
    var alternation = new Alternation(ratings.users(), ratings.items(), options, kernels);
    alternation.fitRatings(left.matrix().sparse(), listener);
    return new AlsRatings(
        baseline, ratings, options.factors(), alternation.users(), alternation.items());
  }

  @Override
  public double predict(int user, int item) {
    double value = baseline.predict(user, item);
    if (user < users.length / factors && item < items.length / factors) {
      float product = 0;
      for (int f = 0, u = user * factors, v = item * factors; f < factors; f++) {
        product += users[u + f] * items[v + f];
      }
      value += product;
    }
    return Double.isNaN(least) ? value : Math.clamp(value, least, greatest);
  }
}
