package io.shopkeeper.ml.rating;

/**
 * b_ui = μ + b_u + b_i: the mean, how the user rates, how the item is rated, by alternating least
 * squares (Koren: Factor in the Neighbors, ACM TKDD 4(1), 2010, section 2.2).
 */
public final class BaselineRatings implements RatingModel {

  private final double mean;
  private final double[] ofUser;
  private final double[] ofItem;
  private final double least;
  private final double greatest;

  private BaselineRatings(
      double mean, double[] ofUser, double[] ofItem, double least, double greatest) {
    this.mean = mean;
    this.ofUser = ofUser;
    this.ofItem = ofItem;
    this.least = least;
    this.greatest = greatest;
  }

  /**
   * Settings.
   *
   * @param userRegularisation weight of the penalty on b_u, 0 or more
   * @param itemRegularisation weight of the penalty on b_i, 0 or more
   * @param iterations at least 1
   */
  public record Options(double userRegularisation, double itemRegularisation, int iterations) {

    /** Those of the literature. */
    public static final Options DEFAULT = new Options(15, 10, 15);

    public Options {
      if (!(userRegularisation >= 0) || !(itemRegularisation >= 0) || iterations < 1) {
        throw new IllegalArgumentException(
            "regularisations must be 0 or more, iterations 1 or more");
      }
    }
  }

  /** Learns; the same ratings give the same model. */
  public static BaselineRatings train(Ratings ratings, Options options) {
    double mean = ratings.mean();
    double[] users = new double[ratings.users()];
    double[] items = new double[ratings.items()];
    for (int step = 0; step < options.iterations(); step++) {
      fit(
          items,
          ratings.item(),
          users,
          ratings.user(),
          ratings,
          mean,
          options.itemRegularisation());
      fit(
          users,
          ratings.user(),
          items,
          ratings.item(),
          ratings,
          mean,
          options.userRegularisation());
    }
    return new BaselineRatings(mean, users, items, ratings.least(), ratings.greatest());
  }

  /** The biases that fit best while the others stand. */
  private static void fit(
      double[] biases,
      int[] index,
      double[] others,
      int[] otherIndex,
      Ratings ratings,
      double mean,
      double regularisation) {
    double[] sums = new double[biases.length];
    int[] counts = new int[biases.length];
    for (int i = 0; i < ratings.size(); i++) {
      sums[index[i]] += ratings.value()[i] - mean - others[otherIndex[i]];
      counts[index[i]]++;
    }
    for (int i = 0; i < biases.length; i++) {
      biases[i] = counts[i] == 0 ? 0 : sums[i] / (counts[i] + regularisation);
    }
  }

  @Override
  public double predict(int user, int item) {
    return clip(unclipped(user, item));
  }

  /** The prediction, which may lie outside the scale. */
  double unclipped(int user, int item) {
    return mean
        + (user < ofUser.length ? ofUser[user] : 0)
        + (item < ofItem.length ? ofItem[item] : 0);
  }

  /** The value, or the nearest of the scale. */
  double clip(double value) {
    return Double.isNaN(least) ? value : Math.clamp(value, least, greatest);
  }
}
