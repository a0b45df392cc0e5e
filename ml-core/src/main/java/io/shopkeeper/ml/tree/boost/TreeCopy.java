package io.shopkeeper.ml.tree.boost;

import io.shopkeeper.ml.tree.binning.BinnedRows;
import io.shopkeeper.ml.tree.flat.FlatTreesBuilder.Tree;
import io.shopkeeper.ml.tree.grow.GrownTree;
import io.shopkeeper.ml.tree.grow.Split;

/** A grown tree in terms of values instead of bins. */
final class TreeCopy {

  private TreeCopy() {}

  static Tree of(GrownTree grown, BinnedRows rows) {
    var tree = new Tree(grown.size());
    for (int node = 0; node < grown.size(); node++) {
      if (grown.left(node) < 0) {
        tree.leaf(node, grown.rows(node), (float) grown.value(node));
      } else {
        Split split = grown.split(node).orElseThrow();
        tree.split(
            node,
            grown.rows(node),
            split.gain(),
            rows.place(split.feature()),
            rows.bins(split.feature()),
            grown.left(node),
            split.table());
      }
    }
    return tree;
  }
}
