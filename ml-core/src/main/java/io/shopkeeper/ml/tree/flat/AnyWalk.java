package io.shopkeeper.ml.tree.flat;

import static io.shopkeeper.ml.tree.flat.PackedNodes.stepAny;

/**
 * Walks of any rows down any packed trees, four side by side. Immutable.
 *
 * @param depths steps that suffice for each tree and those before it
 */
record AnyWalk(FlatTrees trees, long[] nodes, int[] roots, int[] depths) {

  /** Adds the values of some trees for one row to a sum, tree after tree. */
  double sum(float[] rows, int offset, int from, int to, double start) {
    double sum = start;
    int tree = from;
    for (; tree + 4 <= to; tree += 4) {
      sum = four(rows, offset, tree, sum);
    }
    for (; tree < to; tree++) {
      sum += value(leaf(tree, rows, offset));
    }
    return sum;
  }

  private float value(int leaf) {
    return trees.values[trees.place[leaf]];
  }

  private int leaf(int tree, float[] rows, int offset) {
    int node = roots[tree];
    for (int depth = depths[tree]; depth > 0; depth--) {
      node = stepAny(nodes, trees.sets, node, rows, offset);
    }
    return node;
  }

  private double four(float[] rows, int offset, int tree, double sum) {
    int[] sets = trees.sets;
    int a = roots[tree];
    int b = roots[tree + 1];
    int c = roots[tree + 2];
    int d = roots[tree + 3];
    int before = -1;
    for (int left = depths[tree + 3]; left > 0; left -= 2) {
      for (int i = Math.min(left, 2); i > 0; i--) {
        a = stepAny(nodes, sets, a, rows, offset);
        b = stepAny(nodes, sets, b, rows, offset);
        c = stepAny(nodes, sets, c, rows, offset);
        d = stepAny(nodes, sets, d, rows, offset);
      }
      int now = a + b + c + d;
      if (now == before) {
        break;
      }
      before = now;
    }
    return sum + value(a) + value(b) + value(c) + value(d);
  }

  /** Adds the values of all trees, whose leaves have one for each output, to the results. */
  void addShared(float[] rows, int offset, double[] results) {
    for (int tree = 0; tree < roots.length - 1; tree++) {
      int place = trees.place[leaf(tree, rows, offset)];
      for (int output = 0; output < results.length; output++) {
        results[output] += trees.values[place + output];
      }
    }
  }
}
