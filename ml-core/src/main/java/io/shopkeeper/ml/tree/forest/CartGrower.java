package io.shopkeeper.ml.tree.forest;

import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tree.binning.BinnedRows;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Grows one tree. The features that a node looks at are drawn for each node; one in which its rows
 * do not differ does not count, so that a node ends as a leaf only if none helps. For one thread.
 */
public final class CartGrower {

  private static final int QUIET = 256;

  private final BinnedRows binned;
  private final CartTarget target;
  private final CartLimits limits;
  private final CartSplit search;
  private final int[] features;

  public CartGrower(BinnedRows binned, CartTarget target, CartLimits limits) {
    this.binned = binned;
    this.target = target;
    this.limits = limits;
    this.search = new CartSplit(target, limits.minRows());
    this.features = IntStream.range(0, binned.width()).toArray();
  }

  /**
   * Grows.
   *
   * @param chosen rows, each once
   * @param times how often each chosen row counts, at the same places
   * @param random draws features
   * @param listener can stop it
   */
  public CartTree grow(
      int[] chosen, int[] times, SplittableRandom random, TrainingListener listener) {
    var slices = new CartSlices(chosen, times, target);
    var tree = new CartTree();
    slices.add(0, chosen.length, 0);
    tree.hold(0, slices.sums(0, target), chosen.length);
    for (int node = 0; node < tree.size(); node++) {
      if (node % QUIET == 0) {
        listener.stopIfCancelled();
      }
      divide(node, tree, slices, random);
    }
    return tree;
  }

  private void divide(int node, CartTree tree, CartSlices slices, SplittableRandom random) {
    int rows = slices.to(node) - slices.from(node);
    boolean deep = limits.depth() > 0 && slices.depth(node) >= limits.depth();
    if (deep || rows < 2 * limits.minRows()) {
      return;
    }
    double[] sums = tree.sums(node);
    double score = target.score(sums, 0);
    search.begin(score);
    look(node, slices, sums, random);
    if (search.feature() < 0) {
      return;
    }
    byte[] column = binned.column(search.feature());
    int middle = slices.divide(node, column, search.table());
    int left = tree.divide(node, search.feature(), search.table(), search.score() - score);
    slices.add(slices.from(node), middle, slices.depth(node) + 1);
    slices.add(middle, slices.to(node), slices.depth(node) + 1);
    tree.hold(left, slices.sums(left, target), middle - slices.from(node));
    tree.hold(left + 1, slices.sums(left + 1, target), slices.to(node) - middle);
  }

  /** Tries features in a random order until enough have been tried. */
  private void look(int node, CartSlices slices, double[] sums, SplittableRandom random) {
    int wanted = limits.features();
    for (int i = 0; i < features.length && wanted > 0; i++) {
      int other = limits.features() < features.length ? i + random.nextInt(features.length - i) : i;
      int feature = features[other];
      features[other] = features[i];
      features[i] = feature;
      boolean differ =
          search.consider(
              feature,
              binned.bins(feature),
              binned.column(feature),
              slices.rows(),
              slices.weights(),
              slices.from(node),
              slices.to(node),
              sums);
      wanted -= differ ? 1 : 0;
    }
  }
}
