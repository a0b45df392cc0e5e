package io.shopkeeper.ml.rating;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.data.Shuffle;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SplittableRandom;

/**
 * r_ui = μ + b_u + b_i + p_u · q_i by stochastic gradient descent (Koren, Bell, Volinsky: Matrix
 * Factorization Techniques for Recommender Systems, IEEE Computer 42(8), 2009), with a rate that
 * falls from step to step. One seed gives one model.
 */
public final class FactorRatings implements RatingModel {

  static final String NAME = "matrix-factorisation";
  private static final int FORMAT = 1;
  private static final int CHECKED = 1 << 16;

  private final String name;
  private final Scale scale;
  private final int factors;
  private final float[] userBias;
  private final float[] itemBias;
  private final float[] userFactors;
  private final float[] itemFactors;

  private FactorRatings(Ratings ratings, Options options) {
    this(
        NAME,
        Scale.of(ratings),
        options.factors(),
        new float[ratings.users()],
        new float[ratings.items()],
        new float[Math.multiplyExact(ratings.users(), options.factors())],
        new float[Math.multiplyExact(ratings.items(), options.factors())]);
  }

  FactorRatings(
      String name,
      Scale scale,
      int factors,
      float[] userBias,
      float[] itemBias,
      float[] userFactors,
      float[] itemFactors) {
    this.name = name;
    this.scale = scale;
    this.factors = factors;
    this.userBias = userBias;
    this.itemBias = itemBias;
    this.userFactors = userFactors;
    this.itemFactors = itemFactors;
  }

  /**
   * Options.
   *
   * @param factors values of each vector
   * @param epochs passes over the ratings
   * @param rate of the first pass
   * @param decay by which the rate is multiplied after each pass
   * @param regularisation of factors; biases have a tenth of it
   */
  public record Options(
      @Limits(least = 1, most = 1024, searchLeast = 8, searchMost = 256, logarithmic = true)
          int factors,
      @Limits(least = 1, most = 10_000, searchLeast = 10, searchMost = 150) int epochs,
      @Limits(least = 1e-6, most = 1, searchLeast = 0.002, searchMost = 0.05, logarithmic = true)
          double rate,
      @Limits(least = 0.01, most = 1, searchLeast = 0.9, searchMost = 1) double decay,
      @Limits(least = 0, most = 100, searchLeast = 0.01, searchMost = 0.3, logarithmic = true)
          double regularisation) {

    /** What the product uses: the best of eight settings on held-out training rows. */
    public static final Options DEFAULT = new Options(128, 80, 0.02, 0.975, 0.12);

    public Options {
      WrongOptionException.unlessWithin("factors", factors, 1, 1024);
      WrongOptionException.unlessWithin("epochs", epochs, 1, 10_000);
      WrongOptionException.unlessWithin("rate", rate, 1e-6, 1);
      WrongOptionException.unlessWithin("decay", decay, 0.01, 1);
      WrongOptionException.unlessWithin("regularisation", regularisation, 0, 100);
    }
  }

  /** Learns. */
  public static FactorRatings train(
      Ratings ratings, Options options, long seed, TrainingListener listener) {
    var model = new FactorRatings(ratings, options);
    var random = new SplittableRandom(seed);
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
      Shuffle.of(order, random);
      double squares = 0;
      for (int place = 0; place < order.length; place++) {
        if (place % CHECKED == 0) {
          listener.stopIfCancelled();
        }
        float error =
            model.step(ratings, order[place], (float) rate, (float) options.regularisation());
        squares += error * error;
      }
      listener.measured("rmse train", epoch, Math.sqrt(squares / Math.max(1, order.length)));
      rate *= options.decay();
    }
    return model;
  }

  private float step(Ratings ratings, int row, float rate, float regularisation) {
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
    return error;
  }

  private double unclipped(int user, int item) {
    boolean knownUser = user >= 0 && user < userBias.length;
    boolean knownItem = item >= 0 && item < itemBias.length;
    double sum = scale.mean() + (knownUser ? userBias[user] : 0) + (knownItem ? itemBias[item] : 0);
    if (knownUser && knownItem) {
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
    return scale.clip(unclipped(user, item));
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, name, FORMAT);
    scale.write(out);
    out.writeInt(factors);
    StoredForm.write(out, userBias);
    StoredForm.write(out, itemBias);
    StoredForm.write(out, userFactors);
    StoredForm.write(out, itemFactors);
  }

  static FactorRatings read(DataInput in, String name) throws IOException {
    StoredForm.readHeader(in, name, FORMAT);
    var model =
        new FactorRatings(
            name,
            Scale.read(in),
            in.readInt(),
            StoredForm.readFloats(in),
            StoredForm.readFloats(in),
            StoredForm.readFloats(in),
            StoredForm.readFloats(in));
    if (model.userFactors.length != (long) model.userBias.length * model.factors
        || model.itemFactors.length != (long) model.itemBias.length * model.factors) {
      throw new IOException("damaged: vectors of %d values".formatted(model.factors));
    }
    return model;
  }

  private static void fill(float[] factors, SplittableRandom random) {
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (float) (random.nextDouble() - 0.5) * 0.2f;
    }
  }
}
