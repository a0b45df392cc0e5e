package io.shopkeeper.ml.search;

import java.util.Arrays;

/**
 * Makes the links of a new vector. Of candidates, the nearest first, one is linked if it is nearer
 * to the new vector than to all that were linked before it (algorithm 4), so that links lead into
 * all directions. For one thread.
 */
final class Links {

  private final Walk walk;
  private final int width;
  private final Beam ordered = new Beam();
  private final float[] vector;
  private final int[] kept;
  private int count;
  private int[] candidates = new int[0];

  /**
   * @param width values of a vector
   * @param most links that are ever kept of one node
   */
  Links(Walk walk, int width, int most) {
    this.walk = walk;
    this.width = width;
    this.vector = new float[width];
    this.kept = new int[most];
  }

  /** Links a node with the best of a beam, both ways. */
  void link(float[] vectors, LinkTable links, int node, Beam beam, int level) {
    choose(vectors, beam, links.capacity(1));
    store(links, node, level);
    int[] chosen = Arrays.copyOf(kept, count);
    for (int other : chosen) {
      linkBack(vectors, links, other, node, level);
    }
  }

  private void linkBack(float[] vectors, LinkTable links, int from, int to, int level) {
    int[] array = links.array(level);
    int start = links.start(from, level);
    int size = array[start];
    if (size < links.capacity(level)) {
      array[start] = size + 1;
      array[start + 1 + size] = to;
      return;
    }
    if (candidates.length < size + 1) {
      candidates = new int[2 * size + 1];
    }
    System.arraycopy(array, start + 1, candidates, 0, size);
    candidates[size] = to;
    System.arraycopy(vectors, from * width, vector, 0, width);
    float[] scores = walk.products(vectors, candidates, size + 1, vector);
    ordered.start(size + 1);
    for (int i = 0; i <= size; i++) {
      ordered.offer(candidates[i], scores[i]);
    }
    choose(vectors, ordered, links.capacity(level));
    store(links, from, level);
  }

  private void choose(float[] vectors, Beam beam, int most) {
    count = 0;
    for (int place = 0; place < beam.size() && count < most; place++) {
      int candidate = beam.node(place);
      System.arraycopy(vectors, candidate * width, vector, 0, width);
      float[] scores = walk.products(vectors, kept, count, vector);
      boolean apart = true;
      for (int i = 0; i < count && apart; i++) {
        apart = scores[i] <= beam.score(place);
      }
      if (apart) {
        kept[count++] = candidate;
      }
    }
  }

  private void store(LinkTable links, int node, int level) {
    int[] array = links.array(level);
    int start = links.start(node, level);
    array[start] = count;
    System.arraycopy(kept, 0, array, start + 1, count);
  }
}
