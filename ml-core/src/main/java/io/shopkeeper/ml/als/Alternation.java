package io.shopkeeper.ml.als;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.RowSystems;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.SplittableRandom;

/** The two sides and their turns. For one thread; the kernels have theirs. */
final class Alternation {

  private final AlsOptions options;
  private final Kernels kernels;
  private final float[] users;
  private final float[] items;

  Alternation(int users, int items, AlsOptions options, Kernels kernels) {
    this.options = options;
    this.kernels = kernels;
    this.users = new float[Math.multiplyExact(users, options.factors())];
    this.items = new float[Math.multiplyExact(items, options.factors())];
    var random = new SplittableRandom(options.seed());
    double scale = 1 / Math.sqrt(options.factors());
    for (int i = 0; i < this.items.length; i++) {
      this.items[i] = (float) (scale * random.nextGaussian());
    }
  }

  /** users × factors. */
  float[] users() {
    return users;
  }

  /** items × factors. */
  float[] items() {
    return items;
  }

  /**
   * Ratings: λ weighs with the number of ratings (Zhou, Wilkinson, Schreiber, Pan: Large-Scale
   * Parallel Collaborative Filtering for the Netflix Prize, AAIM 2008).
   */
  void fitRatings(SparseRows ratings, TrainingListener listener) {
    SparseRows turned = ratings.transpose();
    SparseRows byUser = ratings.map(value -> 1);
    SparseRows byItem = turned.map(value -> 1);
    float[] userRidge = ridge(ratings);
    float[] itemRidge = ridge(turned);
    turns(
        listener,
        () -> solve(byUser, ratings.values(), items, new float[0], userRidge, users),
        () -> solve(byItem, turned.values(), users, new float[0], itemRidge, items));
    // The items moved last: users follow.
    solve(byUser, ratings.values(), items, new float[0], userRidge, users);
  }

  /**
   * Interactions: each cell counts 1 + α·r times, each cell that is not there once as 0 (Hu, Koren,
   * Volinsky: Collaborative Filtering for Implicit Feedback Datasets, ICDM 2008).
   */
  void fitInteractions(SparseRows interactions, TrainingListener listener) {
    SparseRows turned = interactions.transpose();
    var byUser = new Confidence(interactions, options.confidence());
    var byItem = new Confidence(turned, options.confidence());
    float[] userRidge = byUser.ridge(options.regularisation());
    float[] itemRidge = byItem.ridge(options.regularisation());
    turns(
        listener,
        () -> solve(byUser.weights(), byUser.targets(), items, gram(items), userRidge, users),
        () -> solve(byItem.weights(), byItem.targets(), users, gram(users), itemRidge, items));
  }

  private void turns(TrainingListener listener, Runnable userTurn, Runnable itemTurn) {
    for (int turn = 0; turn < options.iterations(); turn++) {
      listener.progress((double) turn / options.iterations(), "factors");
      listener.stopIfCancelled();
      userTurn.run();
      listener.stopIfCancelled();
      itemTurn.run();
    }
    listener.progress(1, "factors");
  }

  private void solve(
      SparseRows weights, float[] targets, float[] from, float[] base, float[] ridge, float[] to) {
    var systems = new RowSystems(weights, targets, options.factors(), from, base, ridge);
    if (options.steps() > 0) {
      new ConjugateGradient(systems).better(to, options.steps());
    } else {
      kernels.leastSquares(systems, to);
    }
  }

  private float[] ridge(SparseRows rows) {
    float[] ridge = new float[rows.rows()];
    for (int row = 0; row < ridge.length; row++) {
      ridge[row] = (float) (options.regularisation() * Math.max(1, rows.count(row)));
    }
    return ridge;
  }

  private float[] gram(float[] vectors) {
    return gram(vectors, options.factors(), kernels);
  }

  /** VᵀV. */
  static float[] gram(float[] vectors, int factors, Kernels kernels) {
    float[] gram = new float[factors * factors];
    kernels.gemm(
        new GemmShape(factors, factors, vectors.length / factors, true, false),
        1,
        FloatBlock.of(vectors, factors),
        FloatBlock.of(vectors, factors),
        0,
        FloatBlock.of(gram, factors));
    return gram;
  }

  /** What cells weigh beyond those that are not there, and what they pull towards. */
  record Confidence(SparseRows weights, float[] targets) {

    Confidence(SparseRows interactions, double alpha) {
      this(
          interactions.map(value -> (float) (alpha * value)),
          interactions.map(value -> (float) (1 + alpha * value)).values());
    }

    float[] ridge(double regularisation) {
      float[] ridge = new float[weights.rows()];
      Arrays.fill(ridge, (float) regularisation);
      return ridge;
    }
  }
}
