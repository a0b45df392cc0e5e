package io.shopkeeper.ml.als;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.ItemScorer;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.RankedRows;
import io.shopkeeper.ml.kernel.RowSystems;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.ranking.WeightedItems;
import io.shopkeeper.ml.ranking.Weighting;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Item vectors learnt from what users did (Hu, Koren, Volinsky: Collaborative Filtering for
 * Implicit Feedback Datasets, ICDM 2008). A user's vector is made from their history when they are
 * asked for (fold-in), so that new users and new interactions count at once. Immutable and safe for
 * use by several threads. One seed gives one model. Memory is 4 · factors bytes an item, twice.
 */
public final class ImplicitAlsModel implements RankingModel {

  static final String NAME = "als";
  private static final int FORMAT = 1;

  private final AlsOptions options;
  private final Kernels kernels;
  private final float[] items;
  private final float[] gram;
  private final ItemScorer scorer;
  private final Weighting values;

  private ImplicitAlsModel(AlsOptions options, Kernels kernels, float[] items, Weighting values) {
    this.options = options;
    this.kernels = kernels;
    this.values = values;
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
    return new ImplicitAlsModel(options, kernels, alternation.items(), Weighting.SUM);
  }

  /** The same vectors, reading histories in another way. */
  ImplicitAlsModel withValues(Weighting weighting) {
    return new ImplicitAlsModel(options, kernels, items, weighting);
  }

  /** How many items it knows. */
  @Override
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
    return user(WeightedItems.of(History.of(history), items(), Weighting.SUM, 1));
  }

  private float[] user(WeightedItems history) {
    var confidence = new Alternation.Confidence(history.row(items()), options.confidence());
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
    return top(user(history), n, admissible);
  }

  @Override
  public ScoredItems recommend(History history, int n, IntPredicate admissible) {
    return top(user(WeightedItems.of(history, items(), values, 1)), n, admissible);
  }

  private ScoredItems top(float[] user, int n, IntPredicate admissible) {
    RankedRows best = scorer.top(user, 1, n, (query, item) -> admissible.test(item));
    return new ScoredItems(best.indicesOf(0), best.scoresOf(0));
  }

  /** Inner products with the vector of the history. */
  @Override
  public void score(History history, float[] scores) {
    float[] user = user(WeightedItems.of(history, items(), values, 1));
    kernels.gemv(
        false,
        items(),
        options.factors(),
        1,
        FloatBlock.of(items, options.factors()),
        user,
        0,
        scores);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, NAME, FORMAT);
    out.writeInt(options.factors());
    out.writeDouble(options.regularisation());
    out.writeDouble(options.confidence());
    values.write(out);
    StoredForm.write(out, items);
  }

  static ImplicitAlsModel read(DataInput in) throws IOException {
    StoredForm.readHeader(in, NAME, FORMAT);
    int factors = in.readInt();
    double regularisation = in.readDouble();
    double confidence = in.readDouble();
    Weighting values = Weighting.read(in);
    float[] items = StoredForm.readFloats(in);
    if (factors < 1 || items.length % factors != 0) {
      throw new IOException("damaged: vectors of %d values".formatted(factors));
    }
    try {
      return new ImplicitAlsModel(
          new AlsOptions(factors, 1, regularisation, confidence, 0),
          KernelBackends.current().kernels(),
          items,
          values);
    } catch (IllegalArgumentException wrong) {
      throw new IOException("damaged: " + wrong.getMessage(), wrong);
    }
  }
}
