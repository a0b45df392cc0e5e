package io.shopkeeper.ml.search;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.Spares;
import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.neighbour.TopItems;
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
 * 2·links + 3) bytes a vector and a little for the upper levels, half as much again while it grows.
 *
 * <p>Safe for use by several threads: searches go on side by side, adding waits for them and makes
 * them wait.
 */
public final class HnswIndex {

  private static final String NAME = "hnsw";
  private static final int FORMAT = 1;
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
    if (width < 1) {
      throw new IllegalArgumentException("a vector needs at least 1 value, not " + width);
    }
    this.options = options;
    this.width = width;
    this.seed = seed;
    kernels = KernelBackends.current().kernels();
    links = new LinkTable(options.links());
    vectors = new float[0];
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
    float[] ready = ready(vector);
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
    int near = descend(building, vector, level);
    for (int at = Math.min(level, top); at >= 0; at--) {
      Beam beam = building.search(vectors, links, vector, near, options.buildBeam(), at);
      near = beam.node(0);
      linking.link(vectors, links, node, beam, at);
    }
  }

  /** The nearest on the level above that one, from the entry downwards. */
  private int descend(Walk walk, float[] vector, int level) {
    int near = entry;
    for (int at = links.level(entry); at > level; at--) {
      near = walk.search(vectors, links, vector, near, 1, at).node(0);
    }
    return near;
  }

  /** Drawn for the number alone, so that an index that was stored goes on alike. */
  private int level(int node) {
    double drawn = 1 - new SplittableRandom(seed + GOLDEN * node).nextDouble();
    return (int) Math.min(LinkTable.MOST_LEVELS, -Math.log(drawn) / Math.log(options.links()));
  }

  private float[] ready(float[] vector) {
    if (vector.length != width) {
      throw new IllegalArgumentException(
          "a vector of %d values, not of %d".formatted(vector.length, width));
    }
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    if (!Double.isFinite(squares)) {
      throw new IllegalArgumentException("a vector's values must be finite");
    }
    float[] ready = vector.clone();
    if (options.measure() == VectorMeasure.COSINE && squares > 0) {
      double length = Math.sqrt(squares);
      for (int i = 0; i < width; i++) {
        ready[i] = (float) (vector[i] / length);
      }
    }
    return ready;
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
    float[] ready = ready(query);
    lock.readLock().lock();
    try {
      Walk walk = spares.take().orElseGet(() -> new Walk(kernels, width));
      ScoredItems found = search(walk, ready, k, Math.max(k, beam), admissible);
      spares.give(walk);
      return found;
    } finally {
      lock.readLock().unlock();
    }
  }

  private ScoredItems search(Walk walk, float[] query, int k, int least, IntPredicate admissible) {
    int nodes = links.nodes();
    int needed = Math.max(k, least / 2);
    long most = admissible == null ? nodes : nodes / 4;
    for (long wide = least; wide < most; ) {
      int near = descend(walk, query, 0);
      Beam beam = walk.search(vectors, links, query, near, (int) wide, 0);
      if (admissible == null) {
        return first(beam, k, item -> true);
      }
      int fit = 0;
      for (int place = 0; place < beam.size(); place++) {
        fit += admissible.test(beam.node(place)) ? 1 : 0;
      }
      if (fit >= needed) {
        return first(beam, k, admissible);
      }
      wide = Math.max(2 * wide, wide * needed / Math.max(1, fit));
    }
    return exact(walk, query, k, admissible == null ? item -> true : admissible);
  }

  private static ScoredItems first(Beam beam, int k, IntPredicate admissible) {
    int[] items = new int[k];
    float[] scores = new float[k];
    int found = 0;
    for (int place = 0; place < beam.size() && found < k; place++) {
      if (admissible.test(beam.node(place))) {
        items[found] = beam.node(place);
        scores[found++] = beam.score(place);
      }
    }
    return new ScoredItems(Arrays.copyOf(items, found), Arrays.copyOf(scores, found));
  }

  private ScoredItems exact(Walk walk, float[] query, int k, IntPredicate admissible) {
    var best = new TopItems(Math.clamp(links.nodes(), 1, k));
    int[] rows = new int[BLOCK];
    int count = 0;
    for (int node = 0; node <= links.nodes(); node++) {
      if (count == BLOCK || node == links.nodes()) {
        float[] scores = walk.products(vectors, rows, count, query);
        for (int i = 0; i < count; i++) {
          best.offer(rows[i], scores[i]);
        }
        count = 0;
      }
      if (node < links.nodes() && admissible.test(node)) {
        rows[count++] = node;
      }
    }
    return best.drain();
  }

  /** Stores it; searching goes on, adding waits. */
  public void write(DataOutput out) throws IOException {
    lock.readLock().lock();
    try {
      StoredForm.writeHeader(out, NAME, FORMAT);
      out.writeUTF(options.measure().name());
      out.writeInt(options.links());
      out.writeInt(options.buildBeam());
      out.writeInt(width);
      out.writeLong(seed);
      out.writeInt(entry);
      links.write(out);
      StoredForm.write(out, Arrays.copyOf(vectors, links.nodes() * width));
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
    StoredForm.readHeader(in, NAME, FORMAT);
    try {
      var options =
          new HnswOptions(VectorMeasure.valueOf(in.readUTF()), in.readInt(), in.readInt());
      var index = new HnswIndex(in.readInt(), options, in.readLong());
      index.entry = in.readInt();
      index.links = LinkTable.read(in, options.links());
      index.vectors = StoredForm.readFloats(in);
      index.checkRead();
      return index;
    } catch (IllegalArgumentException wrong) {
      throw new IOException("damaged: " + wrong.getMessage(), wrong);
    }
  }

  private void checkRead() throws IOException {
    int nodes = links.nodes();
    boolean whole = vectors.length == (long) nodes * width;
    if (!whole || entry < 0 || (nodes > 0 && entry >= nodes) || (nodes == 0 && entry > 0)) {
      throw new IOException("damaged: the vectors do not fit the links");
    }
    for (float value : vectors) {
      if (!Float.isFinite(value)) {
        throw new IOException("damaged: a vector's values must be finite");
      }
    }
  }
}
