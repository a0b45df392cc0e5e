package io.shopkeeper.ml.tree.forest;

/**
 * Cuts branches that gain less than they cost: minimal cost-complexity pruning (L. Breiman and
 * others, "Classification and Regression Trees", 1984, chapter 3). A branch of n leaves costs n − 1
 * times the price; the weakest goes first.
 */
public final class Pruning {

  private final CartTree tree;
  private final CartTarget target;
  private final double[] branchScore;
  private final int[] leaves;

  public Pruning(CartTree tree, CartTarget target) {
    this.tree = tree;
    this.target = target;
    this.branchScore = new double[tree.size()];
    this.leaves = new int[tree.size()];
  }

  /**
   * Prunes.
   *
   * @param share price of a leaf, as a share of the root's impurity
   */
  public void prune(double share) {
    double price = share * target.impurity(tree.sums(0));
    while (true) {
      measure();
      int weakest = -1;
      double least = price;
      for (int node = 0; node < tree.size(); node++) {
        if (leaves[node] > 1) {
          double own = target.score(tree.sums(node), 0);
          double perLeaf = (branchScore[node] - own) / (leaves[node] - 1);
          if (perLeaf < least) {
            least = perLeaf;
            weakest = node;
          }
        }
      }
      if (weakest < 0) {
        return;
      }
      tree.prune(weakest);
    }
  }

  /** Scores and leaves of all branches, from the bottom; what is cut off counts no more. */
  private void measure() {
    for (int node = tree.size() - 1; node >= 0; node--) {
      if (tree.isLeaf(node)) {
        branchScore[node] = target.score(tree.sums(node), 0);
        leaves[node] = 1;
      } else {
        int left = tree.left(node);
        branchScore[node] = branchScore[left] + branchScore[left + 1];
        leaves[node] = leaves[left] + leaves[left + 1];
      }
    }
    boolean[] attached = new boolean[tree.size()];
    attached[0] = true;
    for (int node = 0; node < tree.size(); node++) {
      if (attached[node] && !tree.isLeaf(node)) {
        attached[tree.left(node)] = true;
        attached[tree.left(node) + 1] = true;
      }
      leaves[node] = attached[node] ? leaves[node] : 0;
    }
  }
}
