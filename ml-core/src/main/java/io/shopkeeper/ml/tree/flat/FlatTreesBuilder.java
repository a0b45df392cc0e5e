package io.shopkeeper.ml.tree.flat;

import io.shopkeeper.ml.tree.binning.FeatureBins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Puts trees together. Shallow trees of an output stand before deep ones, so that trees that are
 * walked side by side end together.
 */
public final class FlatTreesBuilder {

  private final int outputs;
  private final boolean shared;
  private final double[] base;
  private final List<List<Tree>> trees = new ArrayList<>();

  /**
   * @param base added to each output; one for each
   * @param shared whether each leaf has a value for each output
   */
  public FlatTreesBuilder(double[] base, boolean shared) {
    this.outputs = base.length;
    this.base = base.clone();
    this.shared = shared && outputs > 1;
    for (int group = 0; group < (this.shared ? 1 : outputs); group++) {
      trees.add(new ArrayList<>());
    }
  }

  /** Adds a tree to an output, or to all of them if leaves are shared. */
  public void add(int output, Tree tree) {
    trees.get(shared ? 0 : output).add(tree);
  }

  /** One tree, to be filled node by node in the order of breadth. */
  public static final class Tree {

    private final int[] feature;
    private final float[] threshold;
    private final int[] toLeft;
    private final byte[] flags;
    private final int[][] sets;
    private final float[][] values;
    private final float[] cover;
    private final float[] gain;

    /** Of so many nodes, leaves counted. */
    public Tree(int nodes) {
      feature = new int[nodes];
      threshold = new float[nodes];
      toLeft = new int[nodes];
      flags = new byte[nodes];
      sets = new int[nodes][];
      values = new float[nodes][];
      cover = new float[nodes];
      gain = new float[nodes];
    }

    /**
     * Makes a node a leaf.
     *
     * @param rows of the training
     * @param leafValues one, or one for each output
     */
    public void leaf(int node, double rows, float... leafValues) {
      values[node] = leafValues;
      cover[node] = (float) rows;
    }

    /**
     * Makes a node a split.
     *
     * @param rows of the training
     * @param taken from the loss
     * @param place of the feature in a row
     * @param bins its bins
     * @param left the left child's number; the right one's is the next
     * @param goesLeft for each bin 1 if it goes left
     */
    public void split(
        int node,
        double rows,
        double taken,
        int place,
        FeatureBins bins,
        int left,
        byte[] goesLeft) {
      feature[node] = place;
      toLeft[node] = left - node;
      cover[node] = (float) rows;
      gain[node] = (float) taken;
      flags[node] = goesLeft[FeatureBins.MISSING] != 0 ? FlatTrees.MISSING_LEFT : 0;
      if (bins.categorical()) {
        flags[node] |= FlatTrees.CATEGORIES;
        sets[node] = set(bins, goesLeft);
      } else {
        int last = 0;
        for (int bin = 1; bin < bins.count(); bin++) {
          last = goesLeft[bin] != 0 ? bin : last;
        }
        threshold[node] = last == 0 ? Float.NEGATIVE_INFINITY : bins.upperEnd(last);
      }
    }

    /** Multiplies the values of all leaves. */
    public void multiply(float factor) {
      for (float[] leaf : values) {
        for (int i = 0; leaf != null && i < leaf.length; i++) {
          leaf[i] *= factor;
        }
      }
    }

    private int depth() {
      int[] depths = new int[toLeft.length];
      for (int node = 0; node < depths.length; node++) {
        if (toLeft[node] > 0) {
          depths[node + toLeft[node]] = depths[node] + 1;
          depths[node + toLeft[node] + 1] = depths[node] + 1;
        }
      }
      return depths[depths.length - 1];
    }

    /** Categories that go left; those without a bin go as what is missing. */
    private static int[] set(FeatureBins bins, byte[] goesLeft) {
      int[] words = new int[(bins.categories() + 31) / 32];
      int used = 0;
      for (int category = 0; category < bins.categories(); category++) {
        if (goesLeft[bins.bin(category)] != 0) {
          words[category >>> 5] |= 1 << category;
          used = (category >>> 5) + 1;
        }
      }
      return Arrays.copyOf(words, used);
    }
  }

  /** What came of it. */
  public FlatTrees build() {
    List<Tree> all =
        trees.stream()
            .flatMap(group -> group.stream().sorted(Comparator.comparingInt(Tree::depth)))
            .toList();
    int[] roots = new int[all.size() + 1];
    int sets = 0;
    int values = 0;
    for (int t = 0; t < all.size(); t++) {
      Tree tree = all.get(t);
      roots[t + 1] = roots[t] + tree.toLeft.length;
      for (int node = 0; node < tree.toLeft.length; node++) {
        sets += tree.sets[node] == null ? 0 : 1 + tree.sets[node].length;
        values += tree.values[node] == null ? 0 : tree.values[node].length;
      }
    }
    int nodes = roots[all.size()];
    var result =
        new FlatTrees(
            outputs,
            base,
            roots,
            firstTrees(),
            new int[nodes],
            new float[nodes],
            new int[nodes],
            new byte[nodes],
            new int[sets],
            new int[nodes],
            new float[values],
            new float[nodes],
            new float[nodes]);
    fill(all, result);
    return result;
  }

  private int[] firstTrees() {
    int[] first = new int[trees.size() + 1];
    for (int group = 0; group < trees.size(); group++) {
      first[group + 1] = first[group] + trees.get(group).size();
    }
    return first;
  }

  private static void fill(List<Tree> all, FlatTrees result) {
    int set = 0;
    int value = 0;
    for (int t = 0; t < all.size(); t++) {
      Tree tree = all.get(t);
      int root = result.roots[t];
      int size = tree.toLeft.length;
      System.arraycopy(tree.feature, 0, result.feature, root, size);
      System.arraycopy(tree.threshold, 0, result.threshold, root, size);
      System.arraycopy(tree.toLeft, 0, result.toLeft, root, size);
      System.arraycopy(tree.flags, 0, result.flags, root, size);
      System.arraycopy(tree.cover, 0, result.cover, root, size);
      System.arraycopy(tree.gain, 0, result.gain, root, size);
      for (int node = 0; node < size; node++) {
        if (tree.sets[node] != null) {
          int[] words = tree.sets[node];
          result.place[root + node] = set;
          result.sets[set] = words.length;
          System.arraycopy(words, 0, result.sets, set + 1, words.length);
          set += 1 + words.length;
        } else if (tree.values[node] != null) {
          result.place[root + node] = value;
          System.arraycopy(tree.values[node], 0, result.values, value, tree.values[node].length);
          value += tree.values[node].length;
        }
      }
    }
  }
}
