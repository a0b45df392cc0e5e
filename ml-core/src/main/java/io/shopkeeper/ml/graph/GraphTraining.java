package io.shopkeeper.ml.graph;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.embedding.Pairs;
import io.shopkeeper.ml.embedding.VectorRanking;
import io.shopkeeper.ml.embedding.Watch;
import io.shopkeeper.ml.graph.Propagation.Vectors;
import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Learns the vectors. For one thread; kernels have theirs. */
final class GraphTraining {

  private static final int MEASURED = 5;

  private final InteractionMatrix all;
  private final InteractionMatrix matrix;
  private final Pairs held;
  private final LightGcn.Options options;
  private final TrainingListener listener;
  private final SplittableRandom random;
  private final int width;
  private final Propagation graph;
  private final Vectors start;

  GraphTraining(
      InteractionMatrix all, LightGcn.Options options, long seed, TrainingListener listener) {
    this.all = all;
    this.options = options;
    this.listener = listener;
    this.random = new SplittableRandom(seed);
    Pairs.Holdout holdout = Pairs.hold(all, options.holdout(), random);
    this.matrix = holdout.learnt();
    this.held = holdout.held();
    this.width = options.factors();
    this.graph = new Propagation(matrix, width);
    this.start = new Vectors(first(matrix.users()), first(matrix.items()));
  }

  private float[] first(int rows) {
    float[] vectors = new float[Math.multiplyExact(rows, width)];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) (0.1 * random.nextGaussian());
    }
    return vectors;
  }

  VectorRanking.Parts run() {
    if (matrix.nonZeros() > 0) {
      descend();
    }
    return parts();
  }

  private void descend() {
    var users = new Adam(start.users(), options.rate());
    var items = new Adam(start.items(), options.rate());
    var watch = new Watch(held, options.patience(), listener);
    for (int step = 0; step < options.steps(); step++) {
      listener.stopIfCancelled();
      listener.progress((double) step / options.steps(), "steps");
      Vectors mean = mean();
      if (step % MEASURED == 0 && watch.enough(step, (user, item) -> score(mean, user, item))) {
        break;
      }
      Vectors slope = graph.sum(slope(mean, step), options.layers());
      slope.scale(1f / (options.layers() + 1));
      float ridge = (float) options.regularisation();
      users.step(slope.users(), ridge);
      items.step(slope.items(), ridge);
    }
  }

  private Vectors mean() {
    Vectors mean = graph.sum(start, options.layers());
    mean.scale(1f / (options.layers() + 1));
    return mean;
  }

  private double score(Vectors vectors, int user, int item) {
    double sum = 0;
    for (int f = 0; f < width; f++) {
      sum += vectors.users()[user * width + f] * vectors.items()[item * width + f];
    }
    return sum;
  }

  /**
   * Of the loss, as a mean degree has it: each interaction against an item the user does not have.
   */
  private Vectors slope(Vectors mean, int step) {
    InteractionMatrix.Builder pulls =
        InteractionMatrix.builder().atLeast(matrix.users(), matrix.items());
    double loss = 0;
    double degree = 2.0 * matrix.nonZeros() / (matrix.users() + matrix.items());
    for (int user = 0; user < matrix.users(); user++) {
      for (int cell = matrix.rowStart(user); cell < matrix.rowEnd(user); cell++) {
        int other = Pairs.other(matrix, user, random);
        double x = score(mean, user, matrix.column(cell)) - score(mean, user, other);
        loss += Watch.loss(x);
        float pull = (float) (1 / (1 + Math.exp(x)) / degree);
        pulls.add(user, matrix.column(cell), -pull);
        pulls.add(user, other, pull);
      }
    }
    listener.measured("loss train", step, loss / matrix.nonZeros());
    SparseRows byUser = pulls.build().sparse();
    var slope = new Vectors(new float[mean.users().length], new float[mean.items().length]);
    multiply(byUser, mean.items(), slope.users());
    multiply(byUser.transpose(), mean.users(), slope.items());
    return slope;
  }

  private void multiply(SparseRows pulls, float[] from, float[] to) {
    KernelBackends.current()
        .kernels()
        .multiply(pulls, width, FloatBlock.of(from, width), FloatBlock.of(to, width));
  }

  /** On the graph of all interactions, also those that were held out. */
  private VectorRanking.Parts parts() {
    var whole = new Propagation(all, width);
    float share = 1f / (options.layers() + 1);
    Vectors items = whole.sum(start, options.layers());
    items.scale(share);
    Vectors sources = whole.sum(start, options.layers() - 1);
    for (int item = 0; item < all.items(); item++) {
      float edge = (float) (share / Math.sqrt(Math.max(1, whole.owners(item))));
      for (int f = 0; f < width; f++) {
        sources.items()[item * width + f] *= edge;
      }
    }
    Vectors own = start.copy();
    own.scale(share);
    clearStrangers(own.users());
    return new VectorRanking.Parts(
        width, own.users(), items.items(), new float[all.items()], sources.items(), true);
  }

  private void clearStrangers(float[] users) {
    for (int user = 0; user < all.users(); user++) {
      if (all.rowStart(user) == all.rowEnd(user)) {
        Arrays.fill(users, user * width, (user + 1) * width, 0);
      }
    }
  }
}
