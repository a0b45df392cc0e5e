package io.shopkeeper.ml.rating;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.data.Shuffle;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.SplittableRandom;

/**
 * Learns SVD++ user by user. A step on one rating moves y_j of all that the user rated by {@code
 * rate · (error · q / √n − λ · y_j)}, so it moves their sum over √n by {@code rate · (error · q − λ
 * · sum)}: the sum is walked with every step, and the y_j catch up once when the user is done. This
 * is the same descent at a cost of n instead of n². For one thread.
 */
final class SvdPlusPlusTraining {

  private final Ratings ratings;
  private final SvdPlusPlus.Options options;
  private final SplittableRandom random;
  private final int width;
  private final int[] starts;
  private final int[] places;
  private final InteractionMatrix rated;
  private final Scale scale;
  private final float[] userBias;
  private final float[] itemBias;
  private final float[] users;
  private final float[] items;
  private final float[] met;
  private float rate;

  SvdPlusPlusTraining(Ratings ratings, SvdPlusPlus.Options options, long seed) {
    this.ratings = ratings;
    this.options = options;
    this.random = new SplittableRandom(seed);
    this.width = options.factors();
    this.scale = Scale.of(ratings);
    this.userBias = new float[ratings.users()];
    this.itemBias = new float[ratings.items()];
    this.users = first(ratings.users());
    this.items = first(ratings.items());
    this.met = first(ratings.items());
    this.starts = new int[ratings.users() + 1];
    for (int user : ratings.user()) {
      starts[user + 1]++;
    }
    for (int user = 0; user < ratings.users(); user++) {
      starts[user + 1] += starts[user];
    }
    this.places = new int[ratings.size()];
    this.rated = ratings.matrix();
    int[] next = starts.clone();
    for (int rating = 0; rating < places.length; rating++) {
      places[next[ratings.user()[rating]]++] = rating;
    }
  }

  private float[] first(int rows) {
    float[] values = new float[Math.multiplyExact(rows, width)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (0.05 * random.nextGaussian());
    }
    return values;
  }

  RatingModel run(TrainingListener listener) {
    rate = (float) options.rate();
    for (int epoch = 0; epoch < options.epochs(); epoch++) {
      listener.progress((double) epoch / options.epochs(), "epochs");
      double squares = 0;
      for (int user : Shuffle.upTo(ratings.users(), random)) {
        listener.stopIfCancelled();
        squares += learn(user);
      }
      listener.measured("rmse train", epoch, Math.sqrt(squares / Math.max(1, ratings.size())));
      rate *= (float) options.decay();
    }
    float[] whole = new float[users.length];
    for (int user = 0; user < ratings.users(); user++) {
      System.arraycopy(sum(user), 0, whole, user * width, width);
    }
    return new FactorRatings(SvdPlusPlus.NAME, scale, width, userBias, itemBias, whole, items);
  }

  /** Σ y_j / √n over what a user rated, each item once. */
  private float[] implicit(int user) {
    float[] sum = new float[width];
    float share = share(user);
    for (int cell = rated.rowStart(user); cell < rated.rowEnd(user); cell++) {
      int j = rated.column(cell) * width;
      for (int f = 0; f < width; f++) {
        sum[f] += share * met[j + f];
      }
    }
    return sum;
  }

  private float share(int user) {
    return (float) (1 / Math.sqrt(Math.max(1, rated.rowEnd(user) - rated.rowStart(user))));
  }

  private float[] sum(int user) {
    float[] sum = implicit(user);
    for (int f = 0; f < width; f++) {
      sum[f] += users[user * width + f];
    }
    return sum;
  }

  private double learn(int user) {
    float[] implicit = implicit(user);
    float[] before = implicit.clone();
    double squares = 0;
    for (int place = starts[user]; place < starts[user + 1]; place++) {
      float error = step(user, places[place], implicit);
      squares += error * error;
    }
    catchUp(user, before, implicit);
    return squares;
  }

  /** Moves every y_j as the steps on their sum did. */
  private void catchUp(int user, float[] before, float[] after) {
    int steps = starts[user + 1] - starts[user];
    float kept = (float) Math.pow(1 - rate * options.regularisation(), steps);
    float share = share(user);
    for (int cell = rated.rowStart(user); cell < rated.rowEnd(user); cell++) {
      int j = rated.column(cell) * width;
      for (int f = 0; f < width; f++) {
        met[j + f] = kept * met[j + f] + share * (after[f] - kept * before[f]);
      }
    }
  }

  private float step(int user, int rating, float[] implicit) {
    int item = ratings.item()[rating];
    float ridge = (float) options.regularisation();
    int u = user * width;
    int v = item * width;
    float product = 0;
    for (int f = 0; f < width; f++) {
      product += items[v + f] * (users[u + f] + implicit[f]);
    }
    float error =
        (float)
            (ratings.value()[rating] - scale.mean() - userBias[user] - itemBias[item] - product);
    userBias[user] += rate * (error - 0.1f * ridge * userBias[user]);
    itemBias[item] += rate * (error - 0.1f * ridge * itemBias[item]);
    for (int f = 0; f < width; f++) {
      float q = items[v + f];
      float p = users[u + f];
      float y = implicit[f];
      items[v + f] = q + rate * (error * (p + y) - ridge * q);
      users[u + f] = p + rate * (error * q - ridge * p);
      implicit[f] = y + rate * (error * q - ridge * y);
    }
    return error;
  }
}
