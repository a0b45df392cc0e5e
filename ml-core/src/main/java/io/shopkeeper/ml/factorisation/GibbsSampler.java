package io.shopkeeper.ml.factorisation;

import io.shopkeeper.ml.rating.Ratings;
import io.shopkeeper.ml.training.TrainingListener;

/**
 * Draws the parameters of a factorisation machine from their posterior, one after the other given
 * all others (Freudenthaler, Schmidt-Thieme, Rendle: Bayesian Factorization Machines, NIPS workshop
 * 2011), each group of features having a normal prior whose mean and precision are drawn too. What
 * a side's features do is kept as one sum a user and one an item, so that a feature that many
 * ratings share costs no more than the users or items that have it (Rendle: Scaling Factorization
 * Machines to Relational Data, VLDB 2013). For one thread; the passes over ratings use more.
 */
final class GibbsSampler {

  private static final double FLAT = 1e-4;

  private final int factors;
  private final Draws draws;
  private final GibbsSide users;
  private final GibbsSide items;
  private final double[] errors;
  private double mean;

  GibbsSampler(Ratings ratings, Features userFeatures, Features itemFeatures, int k, long seed) {
    factors = k;
    draws = new Draws(seed);
    users =
        new GibbsSide(
            userFeatures,
            SideRatings.of(ratings.users(), ratings.user(), ratings.item()),
            k,
            draws);
    items =
        new GibbsSide(
            itemFeatures,
            SideRatings.of(ratings.items(), ratings.item(), ratings.user()),
            k,
            draws);
    mean = ratings.mean();
    errors = new double[ratings.size()];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = ratings.value()[i] - predict(ratings.user()[i], ratings.item()[i]);
    }
  }

  private double predict(int user, int item) {
    double sum = mean + users.bias().sums()[user] + items.bias().sums()[item];
    for (int f = 0; f < factors; f++) {
      sum += users.factor(f).sums()[user] * items.factor(f).sums()[item];
    }
    return sum;
  }

  GibbsSide users() {
    return users;
  }

  GibbsSide items() {
    return items;
  }

  /** w₀ of the last draw. */
  double mean() {
    return mean;
  }

  /** The root of the mean squared error of the last draw on the ratings. */
  double error() {
    return Math.sqrt(squares() / Math.max(1, errors.length));
  }

  private double squares() {
    double squares = 0;
    for (double error : errors) {
      squares += error * error;
    }
    return squares;
  }

  /** Draws everything once. */
  void iterate(TrainingListener listener) {
    double noise = draws.gamma((1 + errors.length) / 2.0 + 0.5, (1 + squares()) / 2);
    users.drawGroups(draws);
    items.drawGroups(draws);
    drawMean(noise);
    users.drawBias(noise, errors, draws);
    items.drawBias(noise, errors, draws);
    for (int f = 0; f < factors; f++) {
      listener.stopIfCancelled();
      users.drawFactor(f, items.factor(f).sums(), noise, errors, draws);
      items.drawFactor(f, users.factor(f).sums(), noise, errors, draws);
    }
  }

  private void drawMean(double noise) {
    double sum = 0;
    for (double error : errors) {
      sum += error;
    }
    double precision = noise * errors.length + FLAT;
    double drawn = draws.normal(noise * (sum + mean * errors.length) / precision, precision);
    for (int i = 0; i < errors.length; i++) {
      errors[i] -= drawn - mean;
    }
    mean = drawn;
  }
}
