package io.shopkeeper.ml.tree.flat;

import java.util.Optional;

/**
 * Nodes of trees in one long each, from the high bits: 32 of the threshold or of the place of a set
 * of categories, 12 of the feature, 1 that says that what is missing goes right, 1 that says that
 * it is a set, 18 of how far the left child is. Leaves lead to themselves: their threshold is +∞
 * and their left child is 0 away.
 */
final class PackedNodes {

  static final int FEATURE_SHIFT = 20;
  static final int MISSING_RIGHT_SHIFT = 19;
  static final int CATEGORIES = 1 << 18;
  static final int LEFT = CATEGORIES - 1;

  private static final int MOST_FEATURES = 1 << 12;
  private static final int GREATEST = Float.floatToRawIntBits(Float.MAX_VALUE);

  private PackedNodes() {}

  /** Empty if a row is too wide or a tree too large for it. */
  static Optional<long[]> of(FlatTrees trees) {
    long[] nodes = new long[trees.nodes()];
    for (int node = 0; node < nodes.length; node++) {
      if (trees.feature[node] >= MOST_FEATURES || trees.toLeft[node] > LEFT) {
        return Optional.empty();
      }
      nodes[node] = pack(trees, node);
    }
    return Optional.of(nodes);
  }

  private static long pack(FlatTrees trees, int node) {
    if (trees.isLeaf(node)) {
      return (long) Float.floatToRawIntBits(Float.POSITIVE_INFINITY) << 32;
    }
    boolean categories = (trees.flags[node] & FlatTrees.CATEGORIES) != 0;
    boolean missingLeft = (trees.flags[node] & FlatTrees.MISSING_LEFT) != 0;
    // 0 is added to make −0 into 0, so that a difference of nothing is positive.
    int high = categories ? trees.place[node] : Float.floatToRawIntBits(trees.threshold[node] + 0f);
    int low =
        (trees.feature[node] << FEATURE_SHIFT)
            | (missingLeft ? 0 : 1 << MISSING_RIGHT_SHIFT)
            | (categories ? CATEGORIES : 0)
            | trees.toLeft[node];
    return ((long) high << 32) | (low & 0xFFFFFFFFL);
  }

  /**
   * One step down, for rows of finite numbers and trees without categories: the sign of threshold −
   * value says whether it goes right, so there is no branch that nobody could foretell.
   */
  static int step(long[] nodes, int node, float[] rows, int offset) {
    long packed = nodes[node];
    int low = (int) packed;
    float rest =
        Float.intBitsToFloat((int) (packed >>> 32)) - rows[offset + (low >>> FEATURE_SHIFT)];
    return node + (low & LEFT) + (Float.floatToRawIntBits(rest) >>> 31);
  }

  /** One step down, whatever the row and the tree. */
  static int stepAny(long[] nodes, int[] sets, int node, float[] rows, int offset) {
    long packed = nodes[node];
    int low = (int) packed;
    float value = rows[offset + (low >>> FEATURE_SHIFT)];
    int high = (int) (packed >>> 32);
    int right =
        (low & CATEGORIES) == 0
            ? Float.floatToRawIntBits(Float.intBitsToFloat(high) - value) >>> 31
            : outside(sets, high, (int) value);
    right ^= (right ^ (low >>> MISSING_RIGHT_SHIFT)) & missing(value);
    return node + (low & LEFT) + right;
  }

  /** 0 if a category is in a set, else 1. */
  private static int outside(int[] sets, int set, int category) {
    return category < 32 * sets[set] && category >= 0
        ? (~sets[set + 1 + (category >>> 5)] >>> category) & 1
        : 1;
  }

  /** 1 if a value is NaN or infinite, else 0. */
  private static int missing(float value) {
    return (GREATEST - (Float.floatToRawIntBits(value) & Integer.MAX_VALUE)) >>> 31;
  }
}
