package io.shopkeeper.ml.tree.grow;

import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tree.binning.BinnedRows;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Grows trees, one after the other, on the same rows. The order in which leaves are divided decides
 * which are, as there is a most of them: that whose split gains most first, or the shallowest
 * first. Small leaves are divided some at a time, on a thread each, ahead of the decision; what the
 * decision does not take is forgotten. For one thread; the workers have theirs.
 */
public final class TreeGrower {

  /** How many leaves are divided at a time at most. */
  private static final int AHEAD = 4;

  /** The same in a small table whose helper is awake; more would be forgotten too often. */
  private static final int AHEAD_IN_PAIRS = 2;

  /** Cells below which one thread is as fast: others are not awake before a node is divided. */
  private static final long SMALL = 1 << 18;

  private static final Workers ALONE = Workers.callerOnly();

  private final BinnedRows rows;
  private final GrowthLimits limits;
  private final Workers workers;
  private final BinPlaces places;
  private final RowStore store;
  private final HistogramPool pool;

  public TreeGrower(BinnedRows rows, GrowthLimits limits, Workers workers) {
    this(rows, limits, workers, RowStore.of(rows));
  }

  TreeGrower(BinnedRows rows, GrowthLimits limits, Workers workers, RowStore store) {
    this.rows = rows;
    this.limits = limits;
    this.workers = workers;
    this.places = new BinPlaces(rows);
    this.store = store;
    this.pool = new HistogramPool(places);
  }

  /**
   * Whether a table is so small that a helper must be awake to be of use, see {@link
   * Workers#awake}. Without one its trees are grown by one thread and nothing is divided ahead.
   */
  public static boolean small(BinnedRows rows) {
    return (long) rows.rows() * rows.groups() < SMALL;
  }

  /**
   * Grows a tree.
   *
   * @param chosen the rows that count, rising
   * @param gradients slope of the loss at each row of the table
   * @param hessians curvature of the loss at each row of the table, 0 or more
   * @param features that may be used, of the binned rows, rising
   * @param listener can stop it
   */
  public GrownTree grow(
      int[] chosen,
      float[] gradients,
      float[] hessians,
      int[] features,
      TrainingListener listener) {
    var filling = new Filling(chosen, gradients, hessians, store, workers);
    Packed scale = filling.scale();
    var root =
        new Node(
            0,
            0,
            0,
            chosen.length,
            filling.fill(scale),
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY);
    var expansion = new Expansion(rows, places, limits, workers, store, pool, scale, features);
    expansion.begin(root);
    divide(root, expansion, listener);
    giveBack(root);
    return GrownTree.of(root, store, new LeafValues(limits, scale));
  }

  private void divide(Node root, Expansion expansion, TrainingListener listener) {
    var open = new PriorityQueue<>(order());
    if (root.split.isPresent()) {
      open.add(root);
    }
    int made = 1;
    for (int leaves = 1; leaves < limits.leaves() && !open.isEmpty(); leaves++) {
      if (!open.peek().expanded()) {
        listener.stopIfCancelled();
        List<Node> batch = batch(open, expansion, limits.leaves() - leaves);
        Workers some = expansion.small(batch) && !workers.isAwake() ? ALONE : workers;
        some.forEach(batch.size(), i -> expansion.divide(batch.get(i)));
      }
      Node next = open.remove();
      next.divided = true;
      for (Node child : List.of(next.left, next.right)) {
        child.number = made++;
        if (child.split.isPresent()) {
          open.add(child);
        }
      }
    }
  }

  /** Histograms of leaves that might have been divided, and of what was made ahead. */
  private void giveBack(Node node) {
    if (node.histogram != null) {
      pool.giveBack(node.histogram);
      node.histogram = null;
    }
    if (node.expanded()) {
      giveBack(node.left);
      giveBack(node.right);
    }
  }

  private Comparator<Node> order() {
    Comparator<Node> first =
        limits.byGain()
            ? Comparator.comparingDouble(node -> -node.split.orElseThrow().gain())
            : Comparator.comparingInt(node -> node.depth);
    return first.thenComparingInt(node -> node.number);
  }

  /** What is divided next: one large node, or some small ones. */
  private List<Node> batch(PriorityQueue<Node> open, Expansion expansion, int room) {
    Node first = open.peek();
    if (expansion.large(first)) {
      return List.of(first);
    }
    int ahead = !small(rows) ? AHEAD : workers.isAwake() ? AHEAD_IN_PAIRS : 1;
    int most = Math.min(room, limits.byGain() ? ahead : Integer.MAX_VALUE);
    return open.stream()
        .filter(node -> !node.expanded() && !expansion.large(node))
        .filter(node -> limits.byGain() || node.depth == first.depth)
        .sorted(order())
        .limit(most)
        .toList();
  }
}
