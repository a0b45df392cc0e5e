package io.shopkeeper.ml.als;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.rating.BaselineRatings;
import io.shopkeeper.ml.rating.RatingModel;
import io.shopkeeper.ml.rating.Ratings;
import io.shopkeeper.ml.rating.Scale;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * r_ui = baseline_ui + p_u · q_i, what the baseline leaves being factorised by alternating least
 * squares with λ weighted by counts (Zhou and others, 2008). Immutable and safe for use by several
 * threads. One seed gives one model.
 */
public final class AlsRatings implements RatingModel {

  static final String NAME = "als";
  private static final int FORMAT = 1;

  private final BaselineRatings baseline;
  private final Scale scale;
  private final int factors;
  private final float[] users;
  private final float[] items;

  private AlsRatings(
      BaselineRatings baseline, Scale scale, int factors, float[] users, float[] items) {
    this.baseline = baseline;
    this.scale = scale;
    this.factors = factors;
    this.users = users;
    this.items = items;
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
    var left = ratings.withValues(rest);
    var alternation = new Alternation(ratings.users(), ratings.items(), options, kernels);
    alternation.fitRatings(left.matrix().sparse(), listener);
    return new AlsRatings(
        baseline, Scale.of(ratings), options.factors(), alternation.users(), alternation.items());
  }

  @Override
  public double predict(int user, int item) {
    double value = baseline.predict(user, item);
    if (user >= 0 && item >= 0 && user < users.length / factors && item < items.length / factors) {
      float product = 0;
      for (int f = 0, u = user * factors, v = item * factors; f < factors; f++) {
        product += users[u + f] * items[v + f];
      }
      value += product;
    }
    return scale.clip(value);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, NAME, FORMAT);
    baseline.write(out);
    scale.write(out);
    out.writeInt(factors);
    StoredForm.write(out, users);
    StoredForm.write(out, items);
  }

  static AlsRatings read(DataInput in) throws IOException {
    StoredForm.readHeader(in, NAME, FORMAT);
    var model =
        new AlsRatings(
            BaselineRatings.read(in),
            Scale.read(in),
            in.readInt(),
            StoredForm.readFloats(in),
            StoredForm.readFloats(in));
    if (model.factors < 1
        || model.users.length % model.factors != 0
        || model.items.length % model.factors != 0) {
      throw new IOException("damaged: vectors of %d values".formatted(model.factors));
    }
    return model;
  }
}
