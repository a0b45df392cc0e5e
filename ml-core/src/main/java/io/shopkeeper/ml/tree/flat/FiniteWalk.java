package io.shopkeeper.ml.tree.flat;

import static io.shopkeeper.ml.tree.flat.PackedNodes.step;

/**
 * Walks of rows of finite numbers down trees without categories whose leaves have one value each.
 * The loops are written out eightfold, so that the eight places stay in registers. Immutable.
 *
 * @param depths steps that suffice for each tree and those before it
 * @param values of leaves, by node
 */
record FiniteWalk(long[] nodes, int[] roots, int[] depths, float[] values) {

  /** Adds the values of some trees for one row to a sum, tree after tree. */
  double sum(float[] rows, int offset, int from, int to, double start) {
    double sum = start;
    int tree = from;
    for (; tree + 8 <= to; tree += 8) {
      sum = eight(rows, offset, tree, sum);
    }
    for (; tree < to; tree++) {
      int node = roots[tree];
      for (int depth = depths[tree]; depth > 0; depth--) {
        node = step(nodes, node, rows, offset);
      }
      sum += values[node];
    }
    return sum;
  }

  /** The last one's depth suffices for all; deep trees often end early. */
  private double eight(float[] rows, int offset, int tree, double sum) {
    int a = roots[tree];
    int b = roots[tree + 1];
    int c = roots[tree + 2];
    int d = roots[tree + 3];
    int e = roots[tree + 4];
    int f = roots[tree + 5];
    int g = roots[tree + 6];
    int h = roots[tree + 7];
    int before = -1;
    for (int left = depths[tree + 7]; left > 0; left -= 4) {
      for (int i = Math.min(left, 4); i > 0; i--) {
        a = step(nodes, a, rows, offset);
        b = step(nodes, b, rows, offset);
        c = step(nodes, c, rows, offset);
        d = step(nodes, d, rows, offset);
        e = step(nodes, e, rows, offset);
        f = step(nodes, f, rows, offset);
        g = step(nodes, g, rows, offset);
        h = step(nodes, h, rows, offset);
      }
      // Nodes only rise: where the sum stays, all are at leaves.
      int now = a + b + c + d + e + f + g + h;
      if (now == before) {
        break;
      }
      before = now;
    }
    return sum + values[a] + values[b] + values[c] + values[d] + values[e] + values[f] + values[g]
        + values[h];
  }

  /**
   * Adds the value of one tree for each of some rows to their sums.
   *
   * @param width floats of a row
   * @param from first row; its sum is at 0
   */
  void add(int tree, float[] rows, int width, int from, int to, double[] sums) {
    int row = from;
    for (; row + 8 <= to; row += 8) {
      eight(tree, rows, width, row, sums, row - from);
    }
    for (; row < to; row++) {
      int node = roots[tree];
      for (int depth = depths[tree]; depth > 0; depth--) {
        node = step(nodes, node, rows, row * width);
      }
      sums[row - from] += values[node];
    }
  }

  private void eight(int tree, float[] rows, int width, int row, double[] sums, int at) {
    int root = roots[tree];
    int offset = row * width;
    int a = root;
    int b = root;
    int c = root;
    int d = root;
    int e = root;
    int f = root;
    int g = root;
    int h = root;
    int before = -1;
    for (int left = depths[tree]; left > 0; left -= 4) {
      for (int i = Math.min(left, 4); i > 0; i--) {
        a = step(nodes, a, rows, offset);
        b = step(nodes, b, rows, offset + width);
        c = step(nodes, c, rows, offset + 2 * width);
        d = step(nodes, d, rows, offset + 3 * width);
        e = step(nodes, e, rows, offset + 4 * width);
        f = step(nodes, f, rows, offset + 5 * width);
        g = step(nodes, g, rows, offset + 6 * width);
        h = step(nodes, h, rows, offset + 7 * width);
      }
      int now = a + b + c + d + e + f + g + h;
      if (now == before) {
        break;
      }
      before = now;
    }
    sums[at] += values[a];
    sums[at + 1] += values[b];
    sums[at + 2] += values[c];
    sums[at + 3] += values[d];
    sums[at + 4] += values[e];
    sums[at + 5] += values[f];
    sums[at + 6] += values[g];
    sums[at + 7] += values[h];
  }
}
