package io.shopkeeper.ml.search;

import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.neighbour.TopItems;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Vectors and their links, to be searched.
 *
 * @param vectors row by row
 * @param width values of a vector
 * @param entry where every search begins
 */
record Graph(LinkTable links, float[] vectors, int width, int entry) {

  private static final int BLOCK = 64;

  Graph {
    if (width < 1) {
      throw new IllegalArgumentException("a vector needs at least 1 value, not " + width);
    }
  }

  /** The nearest on the level above that one, from the entry downwards. */
  int descend(Walk walk, float[] vector, int level) {
    int near = entry;
    for (int at = links.level(entry); at > level; at--) {
      near = walk.search(vectors, links, vector, near, 1, at).node(0);
    }
    return near;
  }

  /**
   * The nearest admissible ones; exact where the beam would have to be too wide.
   *
   * @param least width of the first beam
   * @param admissible null for all
   */
  ScoredItems search(Walk walk, float[] query, int k, int least, IntPredicate admissible) {
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
}
