package io.shopkeeper.ml.factorisation;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.data.Shuffle;
import io.shopkeeper.ml.embedding.Pairs;
import io.shopkeeper.ml.embedding.VectorRanking;
import io.shopkeeper.ml.embedding.Watch;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.Weighting;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Learns a ranking machine user by user. For one thread. */
final class PairwiseTraining {

  /** Pairs after which what a user's features learnt is handed to them. */
  private static final int CHUNK = 16;

  private final InteractionMatrix all;
  private final InteractionMatrix matrix;
  private final Pairs held;
  private final RankingMachine.Options options;
  private final TrainingListener listener;
  private final SplittableRandom random;
  private final SparseRows features;
  private final int width;
  private final float[] users;
  private final float[] sources;
  private final float[] vectors;
  private final float[] biases;
  private double rate;

  PairwiseTraining(
      RankingData data, RankingMachine.Options options, long seed, TrainingListener listener) {
    this.options = options;
    this.listener = listener;
    this.random = new SplittableRandom(seed);
    this.all = Weighting.BINARY.matrix(data.log());
    Pairs.Holdout holdout = Pairs.hold(all, options.holdout(), random);
    this.matrix = holdout.learnt();
    this.held = holdout.held();
    var builder = new Features.Builder(matrix.items());
    if (options.attributes()) {
      builder.attributes(data.attributes());
    }
    this.features = builder.build().byRow();
    this.width = options.factors();
    this.users = first(matrix.users());
    this.sources = first(matrix.items());
    this.vectors = first(features.columns());
    this.biases = new float[features.columns()];
  }

  private float[] first(int rows) {
    float[] values = new float[Math.multiplyExact(rows, width)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (0.1 * random.nextGaussian());
    }
    return values;
  }

  VectorRanking.Parts run() {
    var watch = new Watch(held, options.patience(), listener);
    double fall = Math.pow(0.1, 1.0 / options.epochs());
    rate = options.rate();
    for (int epoch = 0; epoch < options.epochs(); epoch++) {
      listener.progress((double) epoch / options.epochs(), "epochs");
      listener.measured("loss train", epoch, epoch());
      VectorRanking.Parts parts = parts();
      if (watch.enough(epoch, (user, item) -> score(parts, user, item))) {
        break;
      }
      rate *= fall;
    }
    return parts();
  }

  private double epoch() {
    double loss = 0;
    for (int user : Shuffle.upTo(matrix.users(), random)) {
      listener.stopIfCancelled();
      for (int from = matrix.rowStart(user); from < matrix.rowEnd(user); from += CHUNK) {
        loss += new Chunk(user).learn(from, Math.min(matrix.rowEnd(user), from + CHUNK));
      }
    }
    return loss / Math.max(1, matrix.nonZeros());
  }

  /** Some pairs of one user. */
  private final class Chunk {

    private final int user;
    private final int count;
    private final float[] had = new float[width];
    private final float[] asked = new float[width];
    private final float[] one = new float[width];
    private final float[] two = new float[width];
    private final float[] learnt = new float[width];

    Chunk(int user) {
      this.user = user;
      this.count = matrix.rowEnd(user) - matrix.rowStart(user);
      for (int cell = matrix.rowStart(user); cell < matrix.rowEnd(user); cell++) {
        add(had, sources, matrix.column(cell), 1);
      }
    }

    double learn(int from, int to) {
      double loss = 0;
      for (int cell = from; cell < to; cell++) {
        loss += pair(matrix.column(cell), Pairs.other(matrix, user, random));
      }
      hand();
      return loss;
    }

    private double pair(int item, int other) {
      float others = (float) (1 / Math.sqrt(Math.max(1, count - 1)));
      for (int f = 0; f < width; f++) {
        asked[f] = users[user * width + f] + others * (had[f] - sources[item * width + f]);
      }
      double x = sum(item, one) - sum(other, two);
      for (int f = 0; f < width; f++) {
        x += asked[f] * (one[f] - two[f]);
      }
      float pull = (float) (1 / (1 + Math.exp(x)));
      for (int f = 0; f < width; f++) {
        learnt[f] += pull * (one[f] - two[f]);
      }
      move(item, pull);
      move(other, -pull);
      return Watch.loss(x);
    }

    /** Adds an item's features up; gives the bias. */
    private float sum(int item, float[] to) {
      Arrays.fill(to, 0);
      float bias = 0;
      for (int cell = features.starts()[item]; cell < features.starts()[item + 1]; cell++) {
        add(to, vectors, features.indices()[cell], 1);
        bias += biases[features.indices()[cell]];
      }
      return bias;
    }

    private void move(int item, float pull) {
      float step = (float) rate;
      float ridge = (float) options.regularisation();
      for (int cell = features.starts()[item]; cell < features.starts()[item + 1]; cell++) {
        int feature = features.indices()[cell];
        biases[feature] += step * (pull - ridge * biases[feature]);
        int v = feature * width;
        for (int f = 0; f < width; f++) {
          vectors[v + f] += step * (pull * asked[f] - ridge * vectors[v + f]);
        }
      }
    }

    /** Hands what was learnt to the user's own vector and to those of what they have. */
    private void hand() {
      float step = (float) rate;
      float ridge = (float) options.regularisation();
      float share = (float) (1 / Math.sqrt(Math.max(1, count)));
      for (int f = 0; f < width; f++) {
        int u = user * width + f;
        users[u] += step * (learnt[f] - CHUNK * ridge * users[u]);
      }
      for (int cell = matrix.rowStart(user); cell < matrix.rowEnd(user); cell++) {
        int s = matrix.column(cell) * width;
        for (int f = 0; f < width; f++) {
          sources[s + f] += step * share * (learnt[f] - ridge * sources[s + f]);
        }
      }
    }
  }

  private void add(float[] to, float[] from, int row, float factor) {
    for (int f = 0; f < width; f++) {
      to[f] += factor * from[row * width + f];
    }
  }

  private double score(VectorRanking.Parts parts, int user, int item) {
    float share = (float) (1 / Math.sqrt(Math.max(1, matrix.rowEnd(user) - matrix.rowStart(user))));
    float[] asked = Arrays.copyOfRange(parts.users(), user * width, (user + 1) * width);
    for (int cell = matrix.rowStart(user); cell < matrix.rowEnd(user); cell++) {
      add(asked, parts.sources(), matrix.column(cell), share);
    }
    double sum = parts.biases()[item];
    for (int f = 0; f < width; f++) {
      sum += asked[f] * parts.items()[item * width + f];
    }
    return sum;
  }

  private VectorRanking.Parts parts() {
    float[] items = new float[matrix.items() * width];
    float[] sums = new float[matrix.items()];
    for (int item = 0; item < matrix.items(); item++) {
      for (int cell = features.starts()[item]; cell < features.starts()[item + 1]; cell++) {
        int feature = features.indices()[cell];
        sums[item] += biases[feature];
        for (int f = 0; f < width; f++) {
          items[item * width + f] += vectors[feature * width + f];
        }
      }
    }
    float[] own = users.clone();
    for (int user = 0; user < all.users(); user++) {
      if (all.rowStart(user) == all.rowEnd(user)) {
        Arrays.fill(own, user * width, (user + 1) * width, 0);
      }
    }
    return new VectorRanking.Parts(width, own, items, sums, sources.clone(), true);
  }
}
