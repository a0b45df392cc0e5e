package io.shopkeeper.ml.tree.grow;

import java.util.Optional;

/** The best split of a node so far, in the units of packed sums. For one thread. */
final class BestSplit {

  private static final long[] NONE = {};

  /** What each child must have. */
  final double leastHessian;

  private final long sum;
  private double score;
  private int feature = -1;
  private int bin;
  private boolean missingLeft;
  private long[] categories = NONE;
  private long left;

  BestSplit(long sum, double leastHessian) {
    this.sum = sum;
    this.leastHessian = leastHessian;
  }

  /** Sum of the scores of both sides; only what is above it is better. */
  double score() {
    return score;
  }

  /**
   * Takes a better cut between numbers.
   *
   * @param foundLeft packed sum of what goes left
   */
  void cut(double found, int atFeature, int atBin, boolean isMissingLeft, long foundLeft) {
    score = found;
    feature = atFeature;
    bin = atBin;
    missingLeft = isMissingLeft;
    categories = NONE;
    left = foundLeft;
  }

  /**
   * Takes a better set of categories.
   *
   * @param chosen bins that go left, 256 bits
   * @param foundLeft packed sum of what goes left
   */
  void set(double found, int atFeature, long[] chosen, long foundLeft) {
    score = found;
    feature = atFeature;
    categories = chosen;
    left = foundLeft;
  }

  /** Where nothing is missing, what will be missing goes with the heavier side. */
  boolean heavierLeft(long leftSum) {
    return 2 * Packed.hessianOf(leftSum) >= Packed.hessianOf(sum);
  }

  /**
   * The split, if there is one that gains enough.
   *
   * @param unit what half a score is worth in the unit of the loss
   * @param before the node's own score
   */
  Optional<Split> split(double unit, double before, double minGain) {
    double gain = unit * (score - before);
    return feature >= 0 && gain > minGain
        ? Optional.of(new Split(gain, feature, bin, missingLeft, categories, left))
        : Optional.empty();
  }
}
