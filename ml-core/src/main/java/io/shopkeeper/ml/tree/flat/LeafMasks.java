package io.shopkeeper.ml.tree.flat;

import java.util.Optional;

/**
 * The leaves of each tree as the bits of a long, the leftmost lowest, and for each split the bits
 * of the leaves below its left child. Immutable.
 *
 * @param below by node; 0 for leaves
 * @param values of leaves, {@value #MOST} places for each tree
 */
record LeafMasks(long[] below, float[] values) {

  /** Leaves that a long has room for. */
  static final int MOST = 64;

  /** Empty if a tree has too many leaves, or leaves have more than one value. */
  static Optional<LeafMasks> of(FlatTrees trees) {
    var masks = new LeafMasks(new long[trees.nodes()], new float[trees.trees() * MOST]);
    if (trees.shared()) {
      return Optional.empty();
    }
    for (int tree = 0; tree < trees.trees(); tree++) {
      int leaves = (trees.roots[tree + 1] - trees.roots[tree] + 1) / 2;
      if (leaves > MOST) {
        return Optional.empty();
      }
      masks.number(trees, trees.roots[tree], tree * MOST);
    }
    return Optional.of(masks);
  }

  /**
   * Numbers the leaves below a node.
   *
   * @param next place of the value of the first of them
   * @return the place after the last of them
   */
  private int number(FlatTrees trees, int node, int next) {
    if (trees.isLeaf(node)) {
      values[next] = trees.values[trees.place[node]];
      return next + 1;
    }
    int middle = number(trees, trees.left(node), next);
    // The left child has a leaf, and the right one too, so that neither shift is by 64.
    below[node] = (-1L << next) & (-1L >>> -middle);
    return number(trees, trees.left(node) + 1, middle);
  }
}
