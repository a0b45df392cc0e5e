package io.shopkeeper.ml.tree.flat;

import io.shopkeeper.ml.algorithm.StoredForm;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Trees whose leaves add up. Nodes of all trees stand one after the other, those of a tree in the
 * order of breadth, so that children stand side by side and after their parent. A number goes left
 * if it is at most the threshold; a category goes left if it is in the node's set; what is missing
 * goes where the node says, and so does what is infinite. A leaf has one value for the tree's
 * output or one for each output. Immutable and safe for use by several threads.
 */
public final class FlatTrees {

  static final byte MISSING_LEFT = 1;
  static final byte CATEGORIES = 2;

  private static final String STORED = "trees";
  private static final int CHUNK = 1 << 14;

  /** Outputs: scores of a row. */
  final int outputs;

  /** Added to each output. */
  final double[] base;

  /** First node of each tree, then the number of nodes. Trees of an output stand together. */
  final int[] roots;

  /** First tree of each output, then the number of trees; of all outputs together if shared. */
  final int[] firstTree;

  /** Place in a row, 0 for leaves. */
  final int[] feature;

  /** The greatest number that goes left; 0 for leaves and sets. */
  final float[] threshold;

  /** How far the left child is from the node, 0 for leaves; the right one is the next. */
  final int[] toLeft;

  final byte[] flags;

  /** Sets of categories: their number of words, then the words. */
  final int[] sets;

  /** Of a leaf the place of its first value, of a split by categories that of its set, else 0. */
  final int[] place;

  final float[] values;

  /** Training rows that came through the node. */
  final float[] cover;

  /** What the node's split took from the loss; 0 for leaves. */
  final float[] gain;

  FlatTrees(
      int outputs,
      double[] base,
      int[] roots,
      int[] firstTree,
      int[] feature,
      float[] threshold,
      int[] toLeft,
      byte[] flags,
      int[] sets,
      int[] place,
      float[] values,
      float[] cover,
      float[] gain) {
    this.outputs = outputs;
    this.base = base;
    this.roots = roots;
    this.firstTree = firstTree;
    this.feature = feature;
    this.threshold = threshold;
    this.toLeft = toLeft;
    this.flags = flags;
    this.sets = sets;
    this.place = place;
    this.values = values;
    this.cover = cover;
    this.gain = gain;
  }

  /** Scores of a row. */
  public int outputs() {
    return outputs;
  }

  /** How many. */
  public int trees() {
    return roots.length - 1;
  }

  /** Of all trees, leaves counted. */
  public int nodes() {
    return toLeft.length;
  }

  /** Whether a leaf has a value for each output, so that all trees belong to all of them. */
  public boolean shared() {
    return firstTree.length == 2 && outputs > 1;
  }

  /** Whether any split is by categories. */
  boolean anyCategories() {
    for (byte flag : flags) {
      if ((flag & CATEGORIES) != 0) {
        return true;
      }
    }
    return false;
  }

  /** First tree of an output. */
  public int firstTree(int output) {
    return shared() ? 0 : firstTree[output];
  }

  /** After its last tree. */
  public int endTree(int output) {
    return shared() ? trees() : firstTree[output + 1];
  }

  /** Added to an output's trees. */
  public double base(int output) {
    return base[output];
  }

  /** A tree's first node. */
  public int root(int tree) {
    return roots[tree];
  }

  /** The most splits from a tree's root to a leaf. */
  public int depth(int tree) {
    int[] depths = new int[roots[tree + 1] - roots[tree]];
    int deepest = 0;
    for (int i = 0; i < depths.length; i++) {
      deepest = Math.max(deepest, depths[i]);
      int node = roots[tree] + i;
      if (!isLeaf(node)) {
        depths[i + toLeft[node]] = depths[i] + 1;
        depths[i + toLeft[node] + 1] = depths[i] + 1;
      }
    }
    return deepest;
  }

  /** Whether a node is one. */
  public boolean isLeaf(int node) {
    return toLeft[node] == 0;
  }

  /** The left child; the right one is the next. */
  public int left(int node) {
    return node + toLeft[node];
  }

  /** A split's feature, as its place in a row. */
  public int feature(int node) {
    return feature[node];
  }

  /** Training rows that came through a node. */
  public float cover(int node) {
    return cover[node];
  }

  /** What a split took from the loss of the training. */
  public float gain(int node) {
    return gain[node];
  }

  /** Whether a row with such a value of the split's feature goes left. */
  public boolean goesLeft(int node, float value) {
    boolean missingLeft = (flags[node] & MISSING_LEFT) != 0;
    if (!Float.isFinite(value)) {
      return missingLeft;
    }
    if ((flags[node] & CATEGORIES) != 0) {
      return inSet(place[node], (int) value);
    }
    return value <= threshold[node];
  }

  private boolean inSet(int set, int category) {
    return category >= 0
        && category < 32 * sets[set]
        && ((sets[set + 1 + (category >>> 5)] >>> category) & 1) != 0;
  }

  /** The leaf of a row in a tree. */
  int leaf(int tree, float[] rows, int offset) {
    int node = roots[tree];
    while (toLeft[node] != 0) {
      boolean left = goesLeft(node, rows[offset + feature[node]]);
      node += toLeft[node] + (left ? 0 : 1);
    }
    return node;
  }

  /** A leaf's value for an output. */
  public float value(int leaf, int output) {
    return values[place[leaf] + (shared() ? output : 0)];
  }

  /**
   * The score of a row, tree after tree: the reference for {@link TreeScorer}.
   *
   * @param rows floats as of {@link io.shopkeeper.ml.table.Schema}
   * @param offset where the row begins
   */
  public double score(float[] rows, int offset, int output) {
    double sum = base[output];
    for (int tree = firstTree(output); tree < endTree(output); tree++) {
      sum += value(leaf(tree, rows, offset), output);
    }
    return sum;
  }

  private static byte[] readBytes(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      throw new IOException("damaged trees: a length of " + length);
    }
    var bytes = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int left = length; left > 0; left -= CHUNK) {
      int count = Math.min(CHUNK, left);
      in.readFully(chunk, 0, count);
      bytes.write(chunk, 0, count);
    }
    return bytes.toByteArray();
  }

  /** Stores them. */
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, STORED, 1);
    out.writeInt(outputs);
    StoredForm.write(out, base);
    StoredForm.write(out, roots);
    StoredForm.write(out, firstTree);
    StoredForm.write(out, feature);
    StoredForm.write(out, threshold);
    StoredForm.write(out, toLeft);
    out.writeInt(flags.length);
    out.write(flags);
    StoredForm.write(out, sets);
    StoredForm.write(out, place);
    StoredForm.write(out, values);
    StoredForm.write(out, cover);
    StoredForm.write(out, gain);
  }

  /**
   * Reads stored ones.
   *
   * @param width floats of a row
   * @throws IOException if they are damaged
   */
  public static FlatTrees read(DataInput in, int width) throws IOException {
    StoredForm.readHeader(in, STORED, 1);
    int outputs = in.readInt();
    var trees =
        new FlatTrees(
            outputs,
            StoredForm.readDoubles(in),
            StoredForm.readInts(in),
            StoredForm.readInts(in),
            StoredForm.readInts(in),
            StoredForm.readFloats(in),
            StoredForm.readInts(in),
            readBytes(in),
            StoredForm.readInts(in),
            StoredForm.readInts(in),
            StoredForm.readFloats(in),
            StoredForm.readFloats(in),
            StoredForm.readFloats(in));
    new FlatTreesCheck(trees, width).check();
    return trees;
  }
}
