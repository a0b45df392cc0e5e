package io.shopkeeper.ml.tree.explain;

import io.shopkeeper.ml.explain.FeatureImportance;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.tree.flat.FlatTrees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Exact Shapley values of trees: what each feature adds to a score, where a feature that is not
 * known sends a row both ways, in the shares of the training's rows. Time for a row is proportional
 * to leaves × depth². Immutable and safe for use by several threads.
 *
 * <p>Source: S. Lundberg, G. Erion, S.-I. Lee, "Consistent Individualized Feature Attribution for
 * Tree Ensembles", 2018, algorithm 2.
 */
public final class TreeExplainer {

  private final FlatTrees trees;
  private final double[] bases;
  private final int depth;

  public TreeExplainer(FlatTrees trees) {
    this.trees = trees;
    this.bases = new double[trees.outputs()];
    int deepest = 0;
    for (int tree = 0; tree < trees.trees(); tree++) {
      deepest = Math.max(deepest, trees.depth(tree));
    }
    this.depth = deepest;
    for (int output = 0; output < bases.length; output++) {
      bases[output] = trees.base(output);
      for (int tree = trees.firstTree(output); tree < trees.endTree(output); tree++) {
        bases[output] += mean(trees.root(tree), output);
      }
    }
  }

  /** The score of a row of which nothing is known. */
  public double base(int output) {
    return bases[output];
  }

  private double mean(int node, int output) {
    if (trees.isLeaf(node)) {
      return trees.value(node, output);
    }
    int left = trees.left(node);
    double share = leftShare(node);
    return share * mean(left, output) + (1 - share) * mean(left + 1, output);
  }

  /** Of the training's rows at a node. */
  private double leftShare(int node) {
    int left = trees.left(node);
    double l = trees.cover(left);
    double r = trees.cover(left + 1);
    return l + r > 0 ? l / (l + r) : 0.5;
  }

  /**
   * What each feature adds to a score. All of them and the base add up to the score.
   *
   * @param rows floats as of {@link Schema}
   * @param offset where the row begins
   * @param width floats of the row
   * @return one for each float
   */
  public double[] contributions(float[] rows, int offset, int width, int output) {
    var walk = new Walk(rows, offset, output, new double[width]);
    for (int tree = trees.firstTree(output); tree < trees.endTree(output); tree++) {
      walk.go(trees.root(tree), 0, 0, 1, 1, -1);
    }
    return walk.added;
  }

  /** One row's way through all branches of trees. */
  private final class Walk {

    private final float[] rows;
    private final int offset;
    private final int output;
    private final double[] added;
    private final ShapleyPath path = new ShapleyPath(depth);

    Walk(float[] rows, int offset, int output, double[] added) {
      this.rows = rows;
      this.offset = offset;
      this.output = output;
      this.added = added;
    }

    /**
     * Goes on at a node.
     *
     * @param at where the path begins
     * @param length of the path
     * @param zeroShare of rows that do not know the last split's feature
     * @param oneShare of this row: whether it came this way
     * @param feature of the last split
     */
    void go(int node, int at, int length, double zeroShare, double oneShare, int feature) {
      path.extend(at, length, zeroShare, oneShare, feature);
      int now = length + 1;
      if (trees.isLeaf(node)) {
        leaf(trees.value(node, output), at, now);
        return;
      }
      int split = trees.feature(node);
      double zeroBefore = 1;
      double oneBefore = 1;
      int known = path.find(at, now, split);
      if (known >= 0) {
        zeroBefore = path.zero(at + known);
        oneBefore = path.one(at + known);
        path.unwind(at, now, known);
        now--;
      }
      int left = trees.left(node);
      boolean goesLeft = trees.goesLeft(node, rows[offset + split]);
      double share = leftShare(node);
      branch(left, at, now, share * zeroBefore, goesLeft ? oneBefore : 0, split);
      branch(left + 1, at, now, (1 - share) * zeroBefore, goesLeft ? 0 : oneBefore, split);
    }

    private void branch(
        int child, int at, int length, double zeroShare, double oneShare, int feature) {
      if (zeroShare == 0 && oneShare == 0) {
        return;
      }
      path.copy(at, at + length, length);
      go(child, at + length, length, zeroShare, oneShare, feature);
    }

    private void leaf(double value, int at, int length) {
      for (int i = 1; i < length; i++) {
        double weight = path.unwoundSum(at, length, i);
        added[path.feature(at + i)] += weight * (path.one(at + i) - path.zero(at + i)) * value;
      }
    }
  }

  /** Features by falling gain, those without a split left out. */
  public List<FeatureImportance> importance(Schema schema) {
    double[] gain = new double[schema.width()];
    double[] cover = new double[schema.width()];
    int[] splits = new int[schema.width()];
    double allGain = 0;
    double allCover = 0;
    for (int node = 0; node < trees.nodes(); node++) {
      if (!trees.isLeaf(node)) {
        int feature = trees.feature(node);
        gain[feature] += trees.gain(node);
        cover[feature] += trees.cover(node);
        allGain += trees.gain(node);
        allCover += trees.cover(node);
        splits[feature]++;
      }
    }
    var importance = new ArrayList<FeatureImportance>();
    for (int feature = 0; feature < splits.length; feature++) {
      if (splits[feature] > 0) {
        String name = schema.features().get(feature).name();
        importance.add(
            new FeatureImportance(
                name, gain[feature] / allGain, cover[feature] / allCover, splits[feature]));
      }
    }
    importance.sort(Comparator.comparingDouble(found -> -found.gain()));
    return importance;
  }
}
