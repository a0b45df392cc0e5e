package io.shopkeeper.ml.tree.forest;

import java.util.Arrays;

/** The rows of a tree's nodes, as slices of one array. For one thread. */
final class CartSlices {

  private final int[] rows;
  private final float[] weights;
  private final int[] rightRows;
  private final float[] rightWeights;
  private int[] begin = new int[64];
  private int[] end = new int[64];
  private int[] depths = new int[64];
  private int nodes;

  CartSlices(int[] chosen, int[] times, CartTarget target) {
    rows = chosen.clone();
    weights = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      weights[i] = times[i] * target.weight(rows[i]);
    }
    rightRows = new int[rows.length];
    rightWeights = new float[rows.length];
  }

  int[] rows() {
    return rows;
  }

  float[] weights() {
    return weights;
  }

  int from(int node) {
    return begin[node];
  }

  int to(int node) {
    return end[node];
  }

  int depth(int node) {
    return depths[node];
  }

  /** The next node. */
  void add(int from, int to, int depth) {
    if (nodes == begin.length) {
      begin = Arrays.copyOf(begin, 2 * nodes);
      end = Arrays.copyOf(end, 2 * nodes);
      depths = Arrays.copyOf(depths, 2 * nodes);
    }
    begin[nodes] = from;
    end[nodes] = to;
    depths[nodes] = depth;
    nodes++;
  }

  /** What a node's rows add up to. */
  double[] sums(int node, CartTarget target) {
    double[] sums = new double[target.width()];
    for (int i = begin[node]; i < end[node]; i++) {
      target.add(rows[i], weights[i], sums, 0);
    }
    return sums;
  }

  /** Brings a node's rows into the order left, right, else as they were; where the right begin. */
  int divide(int node, byte[] column, byte[] table) {
    int left = begin[node];
    int right = 0;
    for (int i = begin[node]; i < end[node]; i++) {
      int row = rows[i];
      float weight = weights[i];
      int goesLeft = table[column[row] & 0xFF];
      rows[left] = row;
      weights[left] = weight;
      rightRows[right] = row;
      rightWeights[right] = weight;
      left += goesLeft;
      right += 1 - goesLeft;
    }
    System.arraycopy(rightRows, 0, rows, left, right);
    System.arraycopy(rightWeights, 0, weights, left, right);
    return left;
  }
}
