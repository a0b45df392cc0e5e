package io.shopkeeper.ml.search;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.Kernels;
import java.util.Arrays;

/** The working memory of a search through the graph. For one thread at a time. */
final class Walk {

  private final Kernels kernels;
  private final int width;
  private final Beam beam = new Beam();
  private int[] rows = new int[64];
  private int[] linked = new int[64];
  private float[] products = new float[64];
  private int[] seen = new int[0];
  private int round;

  /**
   * @param width values of a vector
   */
  Walk(Kernels kernels, int width) {
    this.kernels = kernels;
    this.width = width;
  }

  /** Inner products with those rows; good until the next call. */
  float[] products(float[] vectors, int[] chosen, int count, float[] x) {
    if (products.length < count) {
      products = new float[2 * count];
    }
    kernels.rowProducts(width, FloatBlock.of(vectors, width), chosen, count, x, products);
    return products;
  }

  /**
   * The nearest that a search with a beam finds on one level (algorithm 2); good until the next
   * call.
   *
   * @param from where it begins
   * @param most width of the beam, at least 1
   */
  Beam search(float[] vectors, LinkTable links, float[] x, int from, int most, int level) {
    startRound(links.nodes());
    beam.start(most);
    seen[from] = round;
    rows[0] = from;
    beam.offer(from, products(vectors, rows, 1, x)[0]);
    if (rows.length < links.capacity(0)) {
      rows = new int[links.capacity(0)];
      linked = new int[links.capacity(0)];
    }
    for (int node = beam.next(); node >= 0; node = beam.next()) {
      int count = links.read(node, level, linked);
      int fresh = 0;
      for (int i = 0; i < count; i++) {
        int other = linked[i];
        if (seen[other] != round) {
          seen[other] = round;
          rows[fresh++] = other;
        }
      }
      float[] scores = products(vectors, rows, fresh, x);
      for (int i = 0; i < fresh; i++) {
        beam.offer(rows[i], scores[i]);
      }
    }
    return beam;
  }

  private void startRound(int nodes) {
    if (seen.length < nodes) {
      seen = new int[LinkTable.room(nodes)];
      round = 0;
    }
    if (++round == Integer.MAX_VALUE) {
      Arrays.fill(seen, 0);
      round = 1;
    }
  }
}
