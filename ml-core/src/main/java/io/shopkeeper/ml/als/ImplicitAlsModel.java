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
import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.ranking.WeightedItems;
import io.shopkeeper.ml.ranking.Weighting;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
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
  private final float[] userGram;
  private final Weighting values;

  private ImplicitAlsModel(
      AlsOptions options, Kernels kernels, float[] items, float[] userGram, Weighting values) {
    this.options = options;
    this.kernels = kernels;
    this.items = items;
    this.userGram = userGram;
    this.values = values;
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
    return train(interactions, Weighting.SUM, options, kernels, listener);
  }

  /** Learns; histories are later read as the log is here. */
  static ImplicitAlsModel train(
      InteractionLog log, Weighting values, AlsOptions options, TrainingListener listener) {
    SparseRows interactions = values.matrix(log).sparse();
    return train(interactions, values, options, KernelBackends.current().kernels(), listener);
  }

  private static ImplicitAlsModel train(
      SparseRows interactions,
      Weighting values,
      AlsOptions options,
      Kernels kernels,
      TrainingListener listener) {
    var alternation =
        new Alternation(interactions.rows(), interactions.columns(), options, kernels);
    alternation.fitInteractions(interactions, listener);
    float[] userGram = Alternation.gram(alternation.users(), options.factors(), kernels);
    return new ImplicitAlsModel(options, kernels, alternation.items(), userGram, values);
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

  /** The vector of a user, read as the training read the log. */
  public float[] user(History history) {
    return user(WeightedItems.of(history, items(), values, 1));
  }

  private float[] user(WeightedItems history) {
    return foldIn(history.row(items()), items, gram);
  }

  /**
   * The vector of an item that was not in training, from who has it. Its score for a user is its
   * inner product with the user's vector.
   *
   * @param owners vectors of the users who have it, as {@link #user} makes them, each counting 1
   */
  public float[] item(List<float[]> owners) {
    int factors = options.factors();
    float[] vectors = new float[Math.multiplyExact(owners.size(), factors)];
    int[] places = new int[owners.size()];
    float[] ones = new float[owners.size()];
    Arrays.fill(ones, 1);
    for (int owner = 0; owner < places.length; owner++) {
      places[owner] = owner;
      System.arraycopy(owners.get(owner), 0, vectors, owner * factors, factors);
    }
    int[] starts = {0, places.length};
    return foldIn(new SparseRows(1, places.length, starts, places, ones), vectors, userGram);
  }

  /** One side's vector, the other side standing. */
  private float[] foldIn(SparseRows row, float[] vectors, float[] base) {
    var confidence = new Alternation.Confidence(row, options.confidence());
    float[] solution = new float[options.factors()];
    kernels.leastSquares(
        new RowSystems(
            confidence.weights(),
            confidence.targets(),
            options.factors(),
            vectors,
            base,
            confidence.ridge(options.regularisation())),
        solution);
    return solution;
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
    return top(user(history), n, admissible);
  }

  /** Nothing where the vector is zero: nothing is known of the user. */
  private ScoredItems top(float[] user, int n, IntPredicate admissible) {
    if (isZero(user)) {
      return new ScoredItems(new int[0], new float[0]);
    }
    RankedRows best = scorer.top(user, 1, n, (query, item) -> admissible.test(item));
    return new ScoredItems(best.indicesOf(0), best.scoresOf(0));
  }

  private static boolean isZero(float[] vector) {
    for (float value : vector) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /** Inner products with the vector of the history. */
  @Override
  public void score(History history, float[] scores) {
    float[] user = user(history);
    if (isZero(user)) {
      Arrays.fill(scores, 0, items(), Float.NEGATIVE_INFINITY);
      return;
    }
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
    StoredForm.write(out, userGram);
  }

  static ImplicitAlsModel read(DataInput in) throws IOException {
    StoredForm.readHeader(in, NAME, FORMAT);
    int factors = in.readInt();
    double regularisation = in.readDouble();
    double confidence = in.readDouble();
    Weighting values = Weighting.read(in);
    float[] items = StoredForm.readFloats(in);
    float[] userGram = StoredForm.readFloats(in);
    if (factors < 1 || userGram.length != factors * factors || items.length % factors != 0) {
      throw new IOException("damaged: vectors of %d values".formatted(factors));
    }
    try {
      return new ImplicitAlsModel(
          new AlsOptions(factors, 1, regularisation, confidence, 0),
          KernelBackends.current().kernels(),
          items,
          userGram,
          values);
    } catch (IllegalArgumentException wrong) {
      throw new IOException("damaged: " + wrong.getMessage(), wrong);
    }
  }
}
