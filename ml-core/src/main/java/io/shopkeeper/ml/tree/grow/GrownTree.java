package io.shopkeeper.ml.tree.grow;

import io.shopkeeper.ml.tree.binning.BinnedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tree in terms of bins. Node 0 is the root; children stand side by side, after their parent.
 * Immutable but for the values of its leaves, which belong to whoever grew it.
 */
public final class GrownTree {

  private final List<Node> nodes;
  private final int[] left;
  private final double[] values;
  private final double[] weights;
  private final RowStore store;

  private GrownTree(List<Node> nodes, int[] left, RowStore store, LeafValues leaves) {
    this.nodes = nodes;
    this.left = left;
    this.store = store;
    this.values = new double[nodes.size()];
    this.weights = new double[nodes.size()];
    for (int i = 0; i < values.length; i++) {
      Node node = nodes.get(i);
      values[i] = leaves.value(node.sum, node.lowest, node.highest);
      weights[i] = leaves.scale().hessianIn(node.sum);
    }
  }

  /** In the order of breadth. */
  static GrownTree of(Node root, RowStore store, LeafValues leaves) {
    var nodes = new ArrayList<Node>();
    nodes.add(root);
    var left = new ArrayList<Integer>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      left.add(node.divided ? nodes.size() : -1);
      if (node.divided) {
        nodes.add(node.left);
        nodes.add(node.right);
      }
    }
    return new GrownTree(nodes, left.stream().mapToInt(Integer::intValue).toArray(), store, leaves);
  }

  /** Nodes, leaves counted. */
  public int size() {
    return left.length;
  }

  /** How a node is divided; empty for a leaf. */
  public Optional<Split> split(int node) {
    return left[node] < 0 ? Optional.empty() : nodes.get(node).split;
  }

  /** The left child; the right one is the next. */
  public int left(int node) {
    return left[node];
  }

  /** What the node would say as a leaf. */
  public double value(int node) {
    return values[node];
  }

  /** Puts another value in its place. */
  public void value(int node, double value) {
    values[node] = value;
  }

  /** Sum of hessians. */
  public double weight(int node) {
    return weights[node];
  }

  /** Rows of the training in it. */
  public int rows(int node) {
    return nodes.get(node).rows();
  }

  /**
   * The rows of a leaf, rising; usable until the next tree is grown.
   *
   * @param action hears an array and the slice of it that counts
   */
  public void rowsOf(int node, RowSlice action) {
    Node found = nodes.get(node);
    action.accept(store.rows(found.copy), found.from, found.to);
  }

  /** Hears of rows. */
  @FunctionalInterface
  public interface RowSlice {

    /** The slice from {@code from} to {@code to}. */
    void accept(int[] rows, int from, int to);
  }

  /** Walks with binned rows. */
  public BinWalk walk(BinnedRows rows) {
    return new BinWalk(this, rows);
  }
}
