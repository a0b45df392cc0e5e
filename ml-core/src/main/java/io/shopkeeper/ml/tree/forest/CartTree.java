package io.shopkeeper.ml.tree.forest;

import io.shopkeeper.ml.tree.binning.BinnedRows;
import io.shopkeeper.ml.tree.flat.FlatTreesBuilder.Tree;
import java.util.Arrays;

/**
 * A tree in terms of bins. Node 0 is the root; children stand side by side, after their parent, in
 * the order of breadth. Belongs to whoever grew it.
 */
public final class CartTree {

  private int size = 1;
  private int[] left = new int[64];
  private int[] feature = new int[64];
  private byte[][] goesLeft = new byte[64][];
  private double[][] sums = new double[64][];
  private int[] rows = new int[64];
  private double[] gain = new double[64];

  /** Nodes, leaves counted. */
  public int size() {
    return size;
  }

  boolean isLeaf(int node) {
    return left[node] == 0;
  }

  int left(int node) {
    return left[node];
  }

  double[] sums(int node) {
    return sums[node];
  }

  double gain(int node) {
    return gain[node];
  }

  /** Says what a node holds. */
  void hold(int node, double[] nodeSums, int nodeRows) {
    sums[node] = nodeSums;
    rows[node] = nodeRows;
  }

  /**
   * Divides a node.
   *
   * @return the left child
   */
  int divide(int node, int byFeature, byte[] table, double taken) {
    if (size + 2 > left.length) {
      int room = 2 * left.length;
      left = Arrays.copyOf(left, room);
      feature = Arrays.copyOf(feature, room);
      goesLeft = Arrays.copyOf(goesLeft, room);
      sums = Arrays.copyOf(sums, room);
      rows = Arrays.copyOf(rows, room);
      gain = Arrays.copyOf(gain, room);
    }
    left[node] = size;
    feature[node] = byFeature;
    goesLeft[node] = table;
    gain[node] = taken;
    size += 2;
    return left[node];
  }

  /** The leaf of a row. */
  public int leaf(BinnedRows binned, int row) {
    int node = 0;
    while (left[node] != 0) {
      int bin = binned.column(feature[node])[row] & 0xFF;
      node = left[node] + 1 - goesLeft[node][bin];
    }
    return node;
  }

  /** What a leaf says. */
  public float[] value(CartTarget target, int leaf) {
    return target.leaf(sums[leaf]);
  }

  /** The same tree in terms of values, without what is below leaves. */
  public Tree flat(BinnedRows binned, CartTarget target) {
    int[] order = new int[size];
    int[] at = new int[size];
    int count = 1;
    for (int place = 0; place < count; place++) {
      int node = order[place];
      if (left[node] != 0) {
        at[place] = count;
        order[count++] = left[node];
        order[count++] = left[node] + 1;
      }
    }
    var tree = new Tree(count);
    for (int place = 0; place < count; place++) {
      int node = order[place];
      if (left[node] == 0) {
        tree.leaf(place, rows[node], target.leaf(sums[node]));
      } else {
        int byFeature = feature[node];
        tree.split(
            place,
            rows[node],
            gain[node],
            binned.place(byFeature),
            binned.bins(byFeature),
            at[place],
            goesLeft[node]);
      }
    }
    return tree;
  }

  /** Makes a node a leaf. */
  void prune(int node) {
    left[node] = 0;
    gain[node] = 0;
  }
}
