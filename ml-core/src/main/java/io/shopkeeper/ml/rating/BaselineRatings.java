package io.shopkeeper.ml.rating;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * b_ui = μ + b_u + b_i: the mean, how the user rates, how the item is rated, by alternating least
 * squares (Koren: Factor in the Neighbors, ACM TKDD 4(1), 2010, section 2.2).
 */
public final class BaselineRatings implements RatingModel {

  static final String NAME = "baseline";
  private static final int FORMAT = 1;

  private final Scale scale;
  private final double[] ofUser;
  private final double[] ofItem;

  private BaselineRatings(Scale scale, double[] ofUser, double[] ofItem) {
    this.scale = scale;
    this.ofUser = ofUser;
    this.ofItem = ofItem;
  }

  /**
   * Options.
   *
   * @param userRegularisation weight of the penalty on b_u
   * @param itemRegularisation weight of the penalty on b_i
   * @param iterations both sides once each
   */
  public record Options(
      @Limits(least = 0, most = 1e6, searchLeast = 0, searchMost = 40) double userRegularisation,
      @Limits(least = 0, most = 1e6, searchLeast = 0, searchMost = 40) double itemRegularisation,
      @Limits(least = 1, most = 1000) int iterations) {

    /** Those of the literature. */
    public static final Options DEFAULT = new Options(15, 10, 15);

    public Options {
      WrongOptionException.unlessWithin("userRegularisation", userRegularisation, 0, 1e6);
      WrongOptionException.unlessWithin("itemRegularisation", itemRegularisation, 0, 1e6);
      WrongOptionException.unlessWithin("iterations", iterations, 1, 1000);
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
    return new BaselineRatings(Scale.of(ratings), users, items);
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
    return scale.mean() + of(ofUser, user) + of(ofItem, item);
  }

  private static double of(double[] biases, int index) {
    return index >= 0 && index < biases.length ? biases[index] : 0;
  }

  /** The value, or the nearest of the scale. */
  double clip(double value) {
    return scale.clip(value);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, NAME, FORMAT);
    scale.write(out);
    StoredForm.write(out, ofUser);
    StoredForm.write(out, ofItem);
  }

  /**
   * Reads a stored model.
   *
   * @throws IOException if the bytes are not such a model
   */
  public static BaselineRatings read(DataInput in) throws IOException {
    StoredForm.readHeader(in, NAME, FORMAT);
    return new BaselineRatings(
        Scale.read(in), StoredForm.readDoubles(in), StoredForm.readDoubles(in));
  }
}
