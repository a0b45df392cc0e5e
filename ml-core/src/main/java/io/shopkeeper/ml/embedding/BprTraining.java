package io.shopkeeper.ml.embedding;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Stochastic gradient steps in blocks (Gemulla, Nijkamp, Haas, Sismanis, KDD 2011): users and items
 * are dealt into blocks anew for each epoch, and blocks that share neither are done side by side.
 * How many there are does not depend on the threads, so neither does the model.
 */
final class BprTraining {

  private static final int BLOCKS = 8;

  private final InteractionMatrix matrix;
  private final Pairs held;
  private final Bpr.Options options;
  private final TrainingListener listener;
  private final SplittableRandom random;
  private final int width;
  private final float[] users;
  private final float[] items;
  private final float[] biases;
  private double rate;

  BprTraining(InteractionMatrix all, Bpr.Options options, long seed, TrainingListener listener) {
    this.options = options;
    this.listener = listener;
    this.random = new SplittableRandom(seed);
    Pairs.Holdout holdout = Pairs.hold(all, options.holdout(), random);
    this.matrix = holdout.learnt();
    this.held = holdout.held();
    this.width = options.factors();
    this.users = new float[Math.multiplyExact(matrix.users(), width)];
    this.items = new float[Math.multiplyExact(matrix.items(), width)];
    this.biases = new float[matrix.items()];
    fill(users);
    fill(items);
  }

  private void fill(float[] vectors) {
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) (0.1 * random.nextGaussian());
    }
  }

  VectorRanking.Parts run() {
    var watch = new Watch(held, options.patience(), listener);
    double fall = Math.pow(0.1, 1.0 / options.epochs());
    rate = options.rate();
    for (int epoch = 0; epoch < options.epochs(); epoch++) {
      listener.stopIfCancelled();
      listener.progress((double) epoch / options.epochs(), "epochs");
      listener.measured("loss train", epoch, epoch(random.nextLong()));
      if (watch.enough(epoch, this::score)) {
        break;
      }
      rate *= fall;
    }
    clearStrangers();
    float[] sources = new LinearMap(matrix, width).sources(users, items);
    return new VectorRanking.Parts(width, users, items, biases, sources, false);
  }

  /** Who did nothing in training has no vector of their own. */
  private void clearStrangers() {
    for (int user = 0; user < matrix.users(); user++) {
      if (matrix.rowStart(user) == matrix.rowEnd(user)) {
        Arrays.fill(users, user * width, (user + 1) * width, 0);
      }
    }
  }

  private double score(int user, int item) {
    double sum = biases[item];
    for (int f = 0; f < width; f++) {
      sum += users[user * width + f] * items[item * width + f];
    }
    return sum;
  }

  private double epoch(long seed) {
    var blocks = new Blocks(matrix, BLOCKS, new SplittableRandom(seed));
    double[] losses = new double[blocks.count()];
    for (int turn = 0; turn < blocks.count(); turn++) {
      int shift = turn;
      KernelBackends.current()
          .workers()
          .forEach(
              blocks.count(),
              block -> {
                listener.stopIfCancelled();
                int itemBlock = (block + shift) % blocks.count();
                var draws = new SplittableRandom(seed + 31L * (block * BLOCKS + itemBlock + 1));
                losses[block] += steps(blocks, block, itemBlock, draws);
              });
    }
    double loss = 0;
    for (double part : losses) {
      loss += part;
    }
    return loss / Math.max(1, matrix.nonZeros());
  }

  private double steps(Blocks blocks, int userBlock, int itemBlock, SplittableRandom draws) {
    int[] candidates = blocks.items(itemBlock);
    int[] cells = blocks.cells(userBlock, itemBlock);
    double loss = 0;
    for (int i = 0; i < cells.length; i++) {
      int user = blocks.userOf(cells[i]);
      int other = candidates[draws.nextInt(candidates.length)];
      for (int tried = 0; tried < 8 && Pairs.has(matrix, user, other); tried++) {
        other = candidates[draws.nextInt(candidates.length)];
      }
      if (!Pairs.has(matrix, user, other)) {
        loss += step(user, matrix.column(cells[i]), other);
      }
    }
    return loss;
  }

  private double step(int user, int had, int other) {
    double x = score(user, had) - score(user, other);
    float step = (float) rate;
    float pull = (float) (1 / (1 + Math.exp(x)));
    float ridge = (float) options.regularisation();
    biases[had] += step * (pull - ridge * biases[had]);
    biases[other] += step * (-pull - ridge * biases[other]);
    int u = user * width;
    int i = had * width;
    int j = other * width;
    for (int f = 0; f < width; f++) {
      float p = users[u + f];
      float q = items[i + f];
      float r = items[j + f];
      users[u + f] = p + step * (pull * (q - r) - ridge * p);
      items[i + f] = q + step * (pull * p - ridge * q);
      items[j + f] = r + step * (-pull * p - ridge * r);
    }
    return Watch.loss(x);
  }
}
