package io.shopkeeper.ml.tree.grow;

import java.util.Optional;

/** A node of a growing tree. For one thread at a time. */
final class Node {

  final int depth;
  final int copy;
  final int from;
  final int to;
  final long sum;
  final double lowest;
  final double highest;

  /** Its histogram, while its split is looked for and until it is divided. */
  long[] histogram;

  /** The best way to divide it. */
  Optional<Split> split = Optional.empty();

  /** In the order in which nodes came to the tree, whatever was made ahead. */
  int number;

  Node left;
  Node right;

  /** Whether its children belong to the tree: they may have been made ahead. */
  boolean divided;

  /**
   * @param copy of the row store where its rows are
   * @param sum packed
   * @param lowest the least value that its leaves may have
   * @param highest the greatest
   */
  Node(int depth, int copy, int from, int to, long sum, double lowest, double highest) {
    this.depth = depth;
    this.copy = copy;
    this.from = from;
    this.to = to;
    this.sum = sum;
    this.lowest = lowest;
    this.highest = highest;
  }

  int rows() {
    return to - from;
  }

  boolean expanded() {
    return left != null;
  }
}
