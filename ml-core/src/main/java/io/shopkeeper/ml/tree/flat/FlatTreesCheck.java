package io.shopkeeper.ml.tree.flat;

import java.io.IOException;

/** Sees to it that stored trees can be walked: no circle, no place outside. */
final class FlatTreesCheck {

  private final FlatTrees trees;
  private final int width;

  FlatTreesCheck(FlatTrees trees, int width) {
    this.trees = trees;
    this.width = width;
  }

  void check() throws IOException {
    int nodes = trees.toLeft.length;
    require(trees.outputs >= 1 && trees.base.length == trees.outputs, "outputs");
    require(
        trees.feature.length == nodes
            && trees.threshold.length == nodes
            && trees.flags.length == nodes
            && trees.place.length == nodes
            && trees.cover.length == nodes
            && trees.gain.length == nodes,
        "lengths");
    rising(trees.roots, nodes, "roots");
    require(trees.firstTree.length == trees.outputs + 1 || trees.firstTree.length == 2, "outputs");
    rising(trees.firstTree, trees.roots.length - 1, "first trees");
    for (int tree = 0; tree < trees.trees(); tree++) {
      checkTree(trees.roots[tree], trees.roots[tree + 1]);
    }
  }

  private static void rising(int[] values, int last, String what) throws IOException {
    require(values.length > 0 && values[0] == 0 && values[values.length - 1] == last, what);
    for (int i = 1; i < values.length; i++) {
      require(values[i] >= values[i - 1], what);
    }
  }

  private void checkTree(int begin, int end) throws IOException {
    require(end > begin, "an empty tree");
    int next = begin + 1;
    for (int node = begin; node < end; node++) {
      require(trees.feature[node] >= 0 && trees.feature[node] < Math.max(1, width), "a feature");
      if (trees.isLeaf(node)) {
        checkLeaf(node);
      } else {
        require(node + trees.toLeft[node] == next && next + 1 < end, "the children of a node");
        next += 2;
        checkSet(node);
      }
    }
    require(next == end, "a node without a parent");
  }

  private void checkLeaf(int node) throws IOException {
    int needed = trees.shared() ? trees.outputs : 1;
    int place = trees.place[node];
    require(place >= 0 && place <= trees.values.length - needed, "a leaf's value");
  }

  private void checkSet(int node) throws IOException {
    if ((trees.flags[node] & FlatTrees.CATEGORIES) != 0) {
      int place = trees.place[node];
      require(place >= 0 && place < trees.sets.length, "a set of categories");
      int words = trees.sets[place];
      require(words >= 0 && words < trees.sets.length - place, "a set of categories");
    }
  }

  private static void require(boolean right, String what) throws IOException {
    if (!right) {
      throw new IOException("damaged trees: " + what);
    }
  }
}
