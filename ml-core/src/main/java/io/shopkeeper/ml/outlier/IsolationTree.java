package io.shopkeeper.ml.outlier;

import io.shopkeeper.ml.algorithm.StoredForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/** One tree of an isolation forest, its nodes in flat arrays. Immutable once grown. */
final class IsolationTree {

  private static final int LEAF = -1;

  private int[] attribute;
  private double[] split;
  private int[] right;
  private double[] ending;
  private int nodes;

  private IsolationTree(int capacity) {
    attribute = new int[capacity];
    split = new double[capacity];
    right = new int[capacity];
    ending = new double[capacity];
  }

  /** Grows a tree from the first rows of an order, which it changes among themselves. */
  static IsolationTree grow(
      double[][] rows, int[] order, int sample, int highest, SplittableRandom random) {
    var tree = new IsolationTree(2 * sample);
    int[] mine = Arrays.copyOf(order, sample);
    tree.grow(rows, mine, 0, sample, 0, highest, random);
    return tree;
  }

  /** Adds the node of a range and all below it: the left child follows its parent. */
  private void grow(
      double[][] rows,
      int[] order,
      int from,
      int until,
      int depth,
      int highest,
      SplittableRandom random) {
    int node = nodes++;
    int chosen =
        depth >= highest || until - from <= 1 ? LEAF : choose(rows, order, from, until, random);
    attribute[node] = chosen;
    if (chosen == LEAF) {
      ending[node] = depth + IsolationForest.usualPath(until - from);
      return;
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = from; i < until; i++) {
      low = Math.min(low, rows[order[i]][chosen]);
      high = Math.max(high, rows[order[i]][chosen]);
    }
    split[node] = low + random.nextDouble() * (high - low);
    int middle = part(rows, order, from, until, chosen, split[node]);
    if (middle == from) {
      // The place fell onto the lowest value: what equals it goes left.
      split[node] = Math.nextUp(low);
      middle = part(rows, order, from, until, chosen, split[node]);
    }
    grow(rows, order, from, middle, depth + 1, highest, random);
    right[node] = nodes;
    grow(rows, order, middle, until, depth + 1, highest, random);
  }

  /** A random attribute among those that differ in the range; LEAF where none does. */
  private static int choose(
      double[][] rows, int[] order, int from, int until, SplittableRandom random) {
    int width = rows[order[from]].length;
    int chosen = LEAF;
    int differing = 0;
    for (int a = 0; a < width; a++) {
      double first = rows[order[from]][a];
      boolean differs = false;
      for (int i = from + 1; i < until && !differs; i++) {
        differs = rows[order[i]][a] != first;
      }
      if (differs && random.nextInt(++differing) == 0) {
        chosen = a;
      }
    }
    return chosen;
  }

  private static int part(
      double[][] rows, int[] order, int from, int until, int attribute, double split) {
    int middle = from;
    for (int i = from; i < until; i++) {
      if (rows[order[i]][attribute] < split) {
        int kept = order[i];
        order[i] = order[middle];
        order[middle++] = kept;
      }
    }
    return middle;
  }

  void write(DataOutput out) throws IOException {
    StoredForm.write(out, Arrays.copyOf(attribute, nodes));
    StoredForm.write(out, Arrays.copyOf(split, nodes));
    StoredForm.write(out, Arrays.copyOf(right, nodes));
    StoredForm.write(out, Arrays.copyOf(ending, nodes));
  }

  /**
   * Reads a stored one.
   *
   * @throws IOException if a path of it would not end
   */
  static IsolationTree read(DataInput in, int width) throws IOException {
    var tree = new IsolationTree(0);
    tree.attribute = StoredForm.readInts(in);
    tree.split = StoredForm.readDoubles(in);
    tree.right = StoredForm.readInts(in);
    tree.ending = StoredForm.readDoubles(in);
    tree.nodes = tree.attribute.length;
    boolean sound =
        tree.nodes > 0
            && tree.split.length == tree.nodes
            && tree.right.length == tree.nodes
            && tree.ending.length == tree.nodes;
    for (int node = 0; node < tree.nodes && sound; node++) {
      int chosen = tree.attribute[node];
      // Children come behind their parent: a path only goes on.
      boolean inner =
          chosen >= 0
              && chosen < width
              && tree.right[node] > node + 1
              && tree.right[node] < tree.nodes;
      sound = chosen == LEAF ? Double.isFinite(tree.ending[node]) : inner;
    }
    if (!sound) {
      throw new IOException("damaged: a tree of %d nodes".formatted(tree.nodes));
    }
    return tree;
  }

  double pathLength(double[] row) {
    int node = 0;
    while (attribute[node] != LEAF) {
      node = row[attribute[node]] < split[node] ? node + 1 : right[node];
    }
    return ending[node];
  }
}
