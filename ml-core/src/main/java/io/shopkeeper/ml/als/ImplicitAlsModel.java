package io.shopkeeper.ml.als;

import io.shopkeeper.ml.kernel.ItemScorer;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.RankedRows;
import io.shopkeeper.ml.kernel.RowSystems;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Item vectors learnt from what users did (Hu, Koren, Volinsky: Collaborative Filtering for
 * Implicit Feedback Datasets, ICDM 2008). A user's vector is made from their history when they are
 * asked for (fold-in), so that new users and new interactions count at once. Immutable and safe for
 * use by several threads. One seed gives one model. Memory is 4 · factors bytes an item, twice.
 */
public final class ImplicitAlsModel {

  private final AlsOptions options;
  private final Kernels kernels;
  private final float[] items;
  private final float[] gram;
  private final ItemScorer scorer;

  private ImplicitAlsModel(AlsOptions options, Kernels kernels, float[] items) {
    this.options = options;
    this.kernels = kernels;
    this.items = items;
    this.gram = Alternation.gram(items, options.factors(), kernels);
    this.scorer = kernels.scorer(items.length / options.factors(), options.factors(), items);
  }

  /** Learns with the kernels of this process. */
  public static ImplicitAlsModel train(
      SparseRows interactions, AlsOptions options, TrainingListener listener) {
    return train(interactions, options, KernelBackends.current().kernels(), listener);
  }

  /**
   * Learns.
   *
   * @param interactions users × items; a cell's value says how much it counts, 0 or more
   */
  public static ImplicitAlsModel train(
      SparseRows interactions, AlsOptions options, Kernels kernels, TrainingListener listener) {
    var alternation =
        new Alternation(interactions.rows(), interactions.columns(), options, kernels);
    alternation.fitInteractions(interactions, listener);
    return new ImplicitAlsModel(options, kernels, alternation.items());
  }

  /** How many items it knows. */
  public int items() {
    return items.length / options.factors();
  }

  /** A copy of an item's vector. */
  public float[] item(int item) {
    int factors = options.factors();
    return Arrays.copyOfRange(items, item * factors, (item + 1) * factors);
  }

  /**
   * The vector of a user who did this, each item counting 1.
   *
   * @param history dense indices in any order; unknown ones are passed over, repeated ones count
   *     each time
   */
  public float[] user(int[] history) {
    int[] known = Arrays.stream(history).filter(item -> item < items()).sorted().toArray();
    float[] ones = new float[known.length];
    Arrays.fill(ones, 1);
    var row = new SparseRows(1, items(), new int[] {0, known.length}, known, ones);
    var confidence = new Alternation.Confidence(row, options.confidence());
    float[] user = new float[options.factors()];
    kernels.leastSquares(
        new RowSystems(
            confidence.weights(),
            confidence.targets(),
            options.factors(),
            items,
            gram,
            confidence.ridge(options.regularisation())),
        user);
    return user;
  }

  /**
   * Ranks items for a history.
   *
   * @param history as of {@link #user}
   * @param n at most so many, at least 1
   * @param admissible whether an item may be recommended
   */
  public ScoredItems recommend(int[] history, int n, IntPredicate admissible) {
    RankedRows best = scorer.top(user(history), 1, n, (query, item) -> admissible.test(item));
    return new ScoredItems(best.indicesOf(0), best.scoresOf(0));
  }
}
