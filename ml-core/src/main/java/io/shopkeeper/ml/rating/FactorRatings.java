package io.shopkeeper.ml.rating;

import io.shopkeeper.ml.training.TrainingListener;
import java.util.SplittableRandom;

/**
 * r_ui = μ + b_u + b_i + p_u · q_i by stochastic gradient descent (Koren, Bell, Volinsky: Matrix
 * Factorization Techniques for Recommender Systems, IEEE Computer 42(8), 2009), with a rate that
 * falls from step to step. One seed gives one model.
 */
public final class FactorRatings implements RatingModel {

  private final double mean;
  private final float[] userBias;
  private final float[] itemBias;
  private final float[] userFactors;
  private final float[] itemFactors;
  private final int factors;
  private final double least;
  private final double greatest;

  private FactorRatings(Ratings ratings, Options options) {
    mean = ratings.mean();
    least = ratings.least();
    greatest = ratings.greatest();
    factors = options.factors();
    userBias = new float[ratings.users()];
    itemBias = new float[ratings.items()];
    userFactors = new float[ratings.users() * factors];
    itemFactors = new float[ratings.items() * factors];
  }

  /**
   * Settings.
   *
   * @param factors at least 1
   * @param epochs passes over the ratings, at least 1
   * @param rate of the first pass, greater than 0
   * @param decay by which the rate is multiplied after each pass, 0 to 1
   * @param regularisation of factors and biases, 0 or more
   * @param seed of the first factors and of the order
   */
  public record Options(
      int factors, int epochs, double rate, double decay, double regularisation, long seed) {

    public Options {
      if (factors < 1 || epochs < 1 || !(rate > 0) || !(regularisation >= 0)) {
        throw new IllegalArgumentException(
            "factors and epochs must be 1 or more, the rate greater than 0");
      }
    }

    /** What the product uses: the best of eight settings on held-out training rows. */
    public static Options standard(long seed) {
      return new Options(128, 80, 0.02, 0.975, 0.12, seed);
    }
  }

  /** Learns. */
  public static FactorRatings train(Ratings ratings, Options options, TrainingListener listener) {
    var model = new FactorRatings(ratings, options);
    var random = new SplittableRandom(options.seed());
    fill(model.userFactors, random);
    fill(model.itemFactors, random);
    int[] order = new int[ratings.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    double rate = options.rate();
    for (int epoch = 0; epoch < options.epochs(); epoch++) {
      listener.stopIfCancelled();
      listener.progress((double) epoch / options.epochs(), "factors");
      shuffle(order, random);
      for (int row : order) {
        model.step(ratings, row, (float) rate, (float) options.regularisation());
      }
      rate *= options.decay();
    }
    return model;
  }

  private void step(Ratings ratings, int row, float rate, float regularisation) {
    int user = ratings.user()[row];
    int item = ratings.item()[row];
    int u = user * factors;
    int v = item * factors;
    float error = (float) (ratings.value()[row] - unclipped(user, item));
    // Biases are many ratings' sums: a tenth of the penalty holds them.
    userBias[user] += rate * (error - 0.1f * regularisation * userBias[user]);
    itemBias[item] += rate * (error - 0.1f * regularisation * itemBias[item]);
    for (int f = 0; f < factors; f++) {
      float p = userFactors[u + f];
      float q = itemFactors[v + f];
      userFactors[u + f] = p + rate * (error * q - regularisation * p);
      itemFactors[v + f] = q + rate * (error * p - regularisation * q);
    }
  }

  private double unclipped(int user, int item) {
    double sum = mean;
    if (user < userBias.length) {
      sum += userBias[user];
    }
    if (item < itemBias.length) {
      sum += itemBias[item];
    }
    if (user < userBias.length && item < itemBias.length) {
      float product = 0;
      for (int f = 0, u = user * factors, v = item * factors; f < factors; f++) {
        product += userFactors[u + f] * itemFactors[v + f];
      }
      sum += product;
    }
    return sum;
  }

  @Override
  public double predict(int user, int item) {
    double value = unclipped(user, item);
    return Double.isNaN(least) ? value : Math.clamp(value, least, greatest);
  }

  private static void fill(float[] factors, SplittableRandom random) {
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (float) (random.nextDouble() - 0.5) * 0.2f;
    }
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }
}
