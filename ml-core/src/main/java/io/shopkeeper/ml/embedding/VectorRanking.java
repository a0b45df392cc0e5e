package io.shopkeeper.ml.embedding;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.ranking.WeightedItems;
import io.shopkeeper.ml.ranking.Weighting;
import io.shopkeeper.ml.search.HnswIndex;
import io.shopkeeper.ml.search.HnswOptions;
import io.shopkeeper.ml.search.VectorMeasure;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Scores b_i + q_i · z, where z is what is known of the user: their own vector, the sum of what
 * their n items say divided by √n, or both. Where there are more than {@value #MOST_EXACT} items,
 * the best are looked for in a graph of vectors (q_i, b_i) and may now and then miss one; {@link
 * #score} stays exact. Immutable and safe for use by several threads.
 */
public final class VectorRanking implements RankingModel {

  /** Most items of which all are scored for a ranking. */
  static final int MOST_EXACT = 200_000;

  private static final int FORMAT = 2;
  private static final int WITHOUT_GRAPH = 1;
  private static final int BEAM = 200;

  private final String name;
  private final Parts parts;
  private final Optional<HnswIndex> graph;
  private final Kernels kernels;

  private VectorRanking(String name, Parts parts, Optional<HnswIndex> graph) {
    this.name = name;
    this.parts = parts;
    this.graph = graph;
    this.kernels = KernelBackends.current().kernels();
  }

  /**
   * Puts a model together.
   *
   * @param name of the algorithm
   * @param seed of the graph, where one is needed
   * @param listener can stop the making of the graph
   */
  public static VectorRanking of(String name, Parts parts, long seed, TrainingListener listener) {
    return of(name, parts, seed, listener, MOST_EXACT);
  }

  static VectorRanking of(
      String name, Parts parts, long seed, TrainingListener listener, int mostExact) {
    return new VectorRanking(
        name,
        parts,
        parts.biases().length > mostExact
            ? Optional.of(graph(parts, seed, listener))
            : Optional.empty());
  }

  /** Bytes of the graph that so many items need. */
  public static long graphBytes(long items, int width) {
    return items > MOST_EXACT ? 4 * items * (2L * width + 40) : 0;
  }

  private static HnswIndex graph(Parts parts, long seed, TrainingListener listener) {
    int width = parts.width();
    float[] vectors = new float[Math.multiplyExact(parts.biases().length, width + 1)];
    for (int item = 0; item < parts.biases().length; item++) {
      System.arraycopy(parts.items(), item * width, vectors, item * (width + 1), width);
      vectors[item * (width + 1) + width] = parts.biases()[item];
    }
    return HnswIndex.build(
        vectors, width + 1, HnswOptions.standard(VectorMeasure.INNER_PRODUCT), seed, listener);
  }

  /**
   * What a model is made of. The arrays are not copied: do not change them.
   *
   * @param width values of each vector, at least 1
   * @param users vectors of the users of the training; a user of zeros is a stranger
   * @param items q
   * @param biases b of each item
   * @param sources what having an item says of a user
   * @param both whether sources add to what is known of a user; else they stand for strangers only
   */
  public record Parts(
      int width, float[] users, float[] items, float[] biases, float[] sources, boolean both) {

    public Parts {
      boolean fit =
          width >= 1
              && users.length % width == 0
              && items.length == (long) biases.length * width
              && sources.length == items.length;
      if (!fit) {
        throw new IllegalArgumentException(
            "%d values for users, %d for items, %d for sources, %d biases, width %d"
                .formatted(users.length, items.length, sources.length, biases.length, width));
      }
    }
  }

  @Override
  public int items() {
    return parts.biases().length;
  }

  /** A copy of an item's vector. */
  public float[] item(int item) {
    return Arrays.copyOfRange(parts.items(), item * parts.width(), (item + 1) * parts.width());
  }

  /** What is known of a user. */
  public float[] user(History history) {
    float[] vector = new float[parts.width()];
    boolean known = hasVector(history.user());
    if (known) {
      System.arraycopy(parts.users(), history.user() * parts.width(), vector, 0, parts.width());
    }
    if (parts.both() || !known) {
      addSources(history, vector);
    }
    return vector;
  }

  private void addSources(History history, float[] vector) {
    WeightedItems had = WeightedItems.of(history, items(), Weighting.BINARY, 1);
    float share = (float) (1 / Math.sqrt(Math.max(1, had.size())));
    for (int item : had.items()) {
      for (int f = 0, s = item * vector.length; f < vector.length; f++) {
        vector[f] += share * parts.sources()[s + f];
      }
    }
  }

  /** Whether there is a vector of the user, or an item to make one of. */
  private boolean knows(History history) {
    for (int item : history.items()) {
      if (item >= 0 && item < items()) {
        return true;
      }
    }
    return hasVector(history.user());
  }

  private boolean hasVector(int user) {
    if (user < 0 || (user + 1L) * parts.width() > parts.users().length) {
      return false;
    }
    for (int f = user * parts.width(); f < (user + 1) * parts.width(); f++) {
      if (parts.users()[f] != 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void score(History history, float[] scores) {
    if (!knows(history)) {
      Arrays.fill(scores, 0, items(), Float.NEGATIVE_INFINITY);
      return;
    }
    System.arraycopy(parts.biases(), 0, scores, 0, items());
    kernels.gemv(
        false,
        items(),
        parts.width(),
        1,
        FloatBlock.of(parts.items(), parts.width()),
        user(history),
        1,
        scores);
  }

  @Override
  public ScoredItems recommend(History history, int n, IntPredicate admissible) {
    if (graph.isEmpty()) {
      return RankingModel.super.recommend(history, n, admissible);
    }
    if (!knows(history)) {
      return new ScoredItems(new int[0], new float[0]);
    }
    float[] query = Arrays.copyOf(user(history), parts.width() + 1);
    query[parts.width()] = 1;
    return graph.get().search(query, Math.clamp(n, 1, items()), BEAM, admissible);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, name, FORMAT);
    out.writeInt(parts.width());
    out.writeBoolean(parts.both());
    StoredForm.write(out, parts.users());
    StoredForm.write(out, parts.items());
    StoredForm.write(out, parts.biases());
    StoredForm.write(out, parts.sources());
    out.writeBoolean(graph.isPresent());
    if (graph.isPresent()) {
      graph.get().write(out);
    }
  }

  /**
   * Reads a stored model.
   *
   * @param name of the algorithm
   * @throws IOException if the bytes are not such a model
   */
  public static VectorRanking read(DataInput in, String name) throws IOException {
    int format = StoredForm.readHeader(in, name, FORMAT);
    int width = in.readInt();
    boolean both = in.readBoolean();
    float[] users = StoredForm.readFloats(in);
    float[] items = StoredForm.readFloats(in);
    float[] biases = StoredForm.readFloats(in);
    try {
      var parts = new Parts(width, users, items, biases, StoredForm.readFloats(in), both);
      boolean stored = format > WITHOUT_GRAPH && in.readBoolean();
      return new VectorRanking(
          name, parts, stored ? Optional.of(graph(in, parts)) : Optional.empty());
    } catch (IllegalArgumentException wrong) {
      throw new IOException("damaged: " + wrong.getMessage(), wrong);
    }
  }

  private static HnswIndex graph(DataInput in, Parts parts) throws IOException {
    HnswIndex graph = HnswIndex.read(in);
    if (graph.size() != parts.biases().length || graph.width() != parts.width() + 1) {
      throw new IOException("damaged: the graph is not that of the items");
    }
    return graph;
  }
}
