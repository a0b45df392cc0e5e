package io.shopkeeper.ml.search;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.Spares;
import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntPredicate;

/**
 * Approximate search for the nearest of many vectors: a hierarchy of graphs of near vectors, walked
 * from above to below and from near to nearer (Malkov and Yashunin: Efficient and Robust
 * Approximate Nearest Neighbor Search Using Hierarchical Navigable Small World Graphs, IEEE TPAMI
 * 42(4), 2020, arXiv 1603.09320 of 2018). The paper's M is {@link HnswOptions#links}, its
 * efConstruction {@link HnswOptions#buildBeam}, its ef the beam of a search; mL = 1 / ln M.
 *
 * <p>Vectors are numbered 0, 1, … as they were added; none can be removed, but a search can leave
 * out any. The same vectors, options and seed give the same graph on one kind of kernels. A search
 * looks at some hundred vectors, growing with the logarithm of their number. Memory is 4·(values +
 * 2·links + 3) bytes a vector and a little for the upper levels, half as much again while it grows,
 * and about 4·(values + links) once it is {@linkplain #compact packed}.
 *
 * <p>Safe for use by several threads: searches go on side by side, adding waits for them and makes
 * them wait.
 */
public final class HnswIndex {

  private static final int BLOCK = 64;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final HnswOptions options;
  private final int width;
  private final long seed;
  private final Kernels kernels;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Spares<Walk> spares = new Spares<>();
  private final Walk building;
  private final Links linking;
  private LinkTable links;
  private float[] vectors;
  private int entry;

  /**
   * An index without vectors.
   *
   * @param width values of each vector, at least 1
   * @param seed of the levels
   */
  public HnswIndex(int width, HnswOptions options, long seed) {
    this(options, seed, new Graph(new LinkTable(options.links()), new float[0], width, 0));
  }

  private HnswIndex(HnswOptions options, long seed, Graph graph) {
    this.options = options;
    this.seed = seed;
    width = graph.width();
    links = graph.links();
    vectors = graph.vectors();
    entry = graph.entry();
    kernels = KernelBackends.current().kernels();
    building = new Walk(kernels, width);
    linking = new Links(building, width, 2 * options.links());
  }

  /**
   * An index of vectors. About half a millisecond each of 64 values, on the calling thread.
   *
   * @param vectors row by row; copied
   * @param listener hears of progress and can stop it
   * @throws IllegalArgumentException if they are no whole rows or not finite
   */
  public static HnswIndex build(
      float[] vectors, int width, HnswOptions options, long seed, TrainingListener listener) {
    var index = new HnswIndex(width, options, seed);
    if (vectors.length % width != 0) {
      throw new IllegalArgumentException(
          "%,d values are no whole vectors of %d".formatted(vectors.length, width));
    }
    int count = vectors.length / width;
    index.vectors = new float[vectors.length];
    index.links.reserve(count);
    for (int node = 0; node < count; node++) {
      if (node % BLOCK == 0) {
        listener.stopIfCancelled();
        listener.progress((double) node / count, "graph");
      }
      index.add(Arrays.copyOfRange(vectors, node * width, (node + 1) * width));
    }
    index.compact();
    listener.progress(1, "graph");
    return index;
  }

  /** How many vectors it has. */
  public int size() {
    return links.nodes();
  }

  /** Values of each vector. */
  public int width() {
    return width;
  }

  /**
   * Packs the links and gives back what was taken to grow: links then take about 2 bytes each
   * instead of 4, and no room is held for more. The next vector that is added takes it again. An
   * index that was built of many vectors at once or read is packed.
   */
  public void compact() {
    lock.writeLock().lock();
    try {
      links.pack();
      vectors = Arrays.copyOf(vectors, links.nodes() * width);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Bytes that are held. */
  public long bytes() {
    return 4L * vectors.length + links.bytes();
  }

  /**
   * Adds a vector.
   *
   * @param vector copied
   * @return its number
   * @throws IllegalArgumentException if it has another width, is not finite, or if all vectors
   *     would have more than 2³¹ values or links; the index is then as before
   */
  public int add(float[] vector) {
    float[] ready = options.measure().ready(vector, width);
    lock.writeLock().lock();
    try {
      int node = links.nodes();
      int level = level(node);
      long needed = (node + 1L) * width;
      if (vectors.length < needed) {
        vectors = Arrays.copyOf(vectors, LinkTable.room(needed));
      }
      links.add(level);
      System.arraycopy(ready, 0, vectors, node * width, width);
      if (node > 0) {
        link(node, level, ready);
      }
      entry = node == 0 || level > links.level(entry) ? node : entry;
      return node;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Algorithm 1 of the paper. */
  private void link(int node, int level, float[] vector) {
    int top = links.level(entry);
    int near = graph().descend(building, vector, level);
    for (int at = Math.min(level, top); at >= 0; at--) {
      Beam beam = building.search(vectors, links, vector, near, options.buildBeam(), at);
      near = beam.node(0);
      linking.link(vectors, links, node, beam, at);
    }
  }

  private Graph graph() {
    return new Graph(links, vectors, width, entry);
  }

  /** Drawn for the number alone, so that an index that was stored goes on alike. */
  private int level(int node) {
    double drawn = 1 - new SplittableRandom(seed + GOLDEN * node).nextDouble();
    return (int) Math.min(LinkTable.MOST_LEVELS, -Math.log(drawn) / Math.log(options.links()));
  }

  /**
   * The nearest vectors, all of them admissible.
   *
   * @param k at most so many, at least 1
   * @param beam how many near vectors are followed, the more the surer and slower; at least k is
   *     used
   */
  public ScoredItems search(float[] query, int k, int beam) {
    return found(query, k, beam, null);
  }

  /**
   * The nearest admissible vectors. The beam is widened until half of it is admissible; where that
   * would be a quarter of all, every admissible vector is looked at and the result is exact.
   *
   * @param k at most so many, at least 1
   * @param beam as above
   * @param admissible by number; may be asked several times
   */
  public ScoredItems search(float[] query, int k, int beam, IntPredicate admissible) {
    return found(query, k, beam, admissible);
  }

  private ScoredItems found(float[] query, int k, int beam, IntPredicate admissible) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be at least 1, but is " + k);
    }
    float[] ready = options.measure().ready(query, width);
    lock.readLock().lock();
    try {
      Walk walk = spares.take().orElseGet(() -> new Walk(kernels, width));
      ScoredItems found = graph().search(walk, ready, k, Math.max(k, beam), admissible);
      spares.give(walk);
      return found;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Stores it; searching goes on, adding waits. */
  public void write(DataOutput out) throws IOException {
    lock.readLock().lock();
    try {
      new StoredGraph(options, seed, graph()).write(out);
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Reads a stored one.
   *
   * @throws IOException if the bytes are not such an index, or of a newer format
   */
  public static HnswIndex read(DataInput in) throws IOException {
    StoredGraph stored = StoredGraph.read(in);
    var index = new HnswIndex(stored.options(), stored.seed(), stored.graph());
    index.compact();
    return index;
  }
}
