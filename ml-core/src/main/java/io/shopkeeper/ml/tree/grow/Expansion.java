package io.shopkeeper.ml.tree.grow;

import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.tree.binning.BinnedRows;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Divides a node: its rows, its histogram and the search for the children's splits. Large nodes are
 * divided by all threads together, small ones by one thread each.
 */
final class Expansion {

  /** Cells from which on a node is work for all threads. */
  private static final long LARGE = 1 << 19;

  /** Cells below which some nodes are work for one thread: another is not awake by then. */
  private static final long SMALL = 1 << 17;

  private static final Workers ALONE = Workers.callerOnly();
  private static final int BLOCK = 8192;
  private static final int WIDE = 128;

  private final BinnedRows rows;
  private final BinPlaces places;
  private final GrowthLimits limits;
  private final Workers workers;
  private final RowStore store;
  private final HistogramPool pool;
  private final SplitFinder finder;
  private final LeafValues values;
  private final int[] features;

  Expansion(
      BinnedRows rows,
      BinPlaces places,
      GrowthLimits limits,
      Workers workers,
      RowStore store,
      HistogramPool pool,
      Packed scale,
      int[] features) {
    this.rows = rows;
    this.places = places;
    this.limits = limits;
    this.workers = workers;
    this.store = store;
    this.pool = pool;
    this.finder = new SplitFinder(rows, places, limits, scale);
    this.values = new LeafValues(limits, scale);
    this.features = features;
  }

  boolean large(Node node) {
    return cells(node) >= LARGE;
  }

  /** Whether dividing some nodes is not worth another thread. */
  boolean small(List<Node> nodes) {
    return nodes.stream().mapToLong(this::cells).sum() < SMALL;
  }

  private long cells(Node node) {
    return (long) node.rows() * rows.groups();
  }

  /** Makes the root ready to be divided. */
  void begin(Node root) {
    if (mayDivide(root)) {
      root.histogram = pool.take();
      accumulate(root);
      search(root);
    }
  }

  /** Makes a node's children, each with its best split. */
  void divide(Node node) {
    Split split = node.split.orElseThrow();
    int left = store.decide(node, rows.column(split.feature()), split.table(), workers(node));
    makeChildren(node, split, node.from + left);
    boolean leftOn = mayDivide(node.left);
    boolean rightOn = mayDivide(node.right);
    store.move(node, left, leftOn || rightOn, workers(node));
    if (leftOn || rightOn) {
      histograms(node, leftOn, rightOn);
    } else {
      pool.giveBack(node.histogram);
    }
    node.histogram = null;
    search(node.left);
    search(node.right);
  }

  private void makeChildren(Node node, Split split, int middle) {
    double lowLeft = node.lowest;
    double highLeft = node.highest;
    double lowRight = node.lowest;
    double highRight = node.highest;
    long right = node.sum - split.left();
    int direction = limits.monotone()[split.feature()];
    if (direction != 0) {
      double between =
          (values.value(split.left(), node.lowest, node.highest)
                  + values.value(right, node.lowest, node.highest))
              / 2;
      lowLeft = direction < 0 ? between : lowLeft;
      highLeft = direction > 0 ? between : highLeft;
      lowRight = direction > 0 ? between : lowRight;
      highRight = direction < 0 ? between : highRight;
    }
    int copy = 1 - node.copy;
    int depth = node.depth + 1;
    node.left = new Node(depth, copy, node.from, middle, split.left(), lowLeft, highLeft);
    node.right = new Node(depth, copy, middle, node.to, right, lowRight, highRight);
  }

  private Workers workers(Node node) {
    return large(node) ? workers : ALONE;
  }

  private boolean mayDivide(Node node) {
    return (limits.depth() == 0 || node.depth < limits.depth())
        && node.rows() >= 2 * Math.max(1, limits.minRows());
  }

  /** The smaller child's is counted; the other's is what remains of the parent's. */
  private void histograms(Node node, boolean leftOn, boolean rightOn) {
    boolean leftSmaller = node.left.rows() <= node.right.rows();
    Node small = leftSmaller ? node.left : node.right;
    Node big = leftSmaller ? node.right : node.left;
    boolean smallOn = leftSmaller ? leftOn : rightOn;
    boolean bigOn = leftSmaller ? rightOn : leftOn;
    small.histogram = pool.take();
    accumulate(small);
    if (bigOn) {
      places.subtract(small.histogram, node.histogram);
      big.histogram = node.histogram;
    } else {
      pool.giveBack(node.histogram);
    }
    if (!smallOn) {
      pool.giveBack(small.histogram);
      small.histogram = null;
    }
  }

  private void accumulate(Node node) {
    if (large(node)) {
      accumulateTogether(node, BLOCK);
    } else if (workers.isAwake() && cells(node) >= SMALL) {
      accumulateTogether(node, (node.rows() + 1) / 2);
    } else {
      store.add(node, node.from, node.to, node.histogram);
    }
    places.complete(node.histogram, node.sum);
  }

  private void accumulateTogether(Node node, int size) {
    var partial = new ConcurrentLinkedQueue<long[]>();
    partial.add(node.histogram);
    int blocks = (node.rows() + size - 1) / size;
    workers.forEach(
        blocks,
        block -> {
          long[] mine = Optional.ofNullable(partial.poll()).orElseGet(pool::take);
          int from = node.from + block * size;
          store.add(node, from, Math.min(node.to, from + size), mine);
          partial.add(mine);
        });
    for (long[] part : partial) {
      if (part != node.histogram) {
        Accumulation.add(part, node.histogram);
        pool.giveBack(part);
      }
    }
  }

  /** Leaves a node without a split where none gains; its histogram then goes back. */
  private void search(Node node) {
    if (node.histogram == null) {
      return;
    }
    node.split =
        large(node) && features.length >= WIDE
            ? searchTogether(node)
            : finder.best(node, features, 0, features.length);
    if (node.split.isEmpty()) {
      pool.giveBack(node.histogram);
      node.histogram = null;
    }
  }

  private Optional<Split> searchTogether(Node node) {
    int parts = (features.length + WIDE / 2 - 1) / (WIDE / 2);
    Split[] found = new Split[parts];
    workers.forEach(
        parts,
        part -> {
          int from = part * WIDE / 2;
          int to = Math.min(features.length, from + WIDE / 2);
          found[part] = finder.best(node, features, from, to).orElse(null);
        });
    Split best = null;
    for (Split split : found) {
      if (split != null && (best == null || split.gain() > best.gain())) {
        best = split;
      }
    }
    return Optional.ofNullable(best);
  }
}
