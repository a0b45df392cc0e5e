package io.shopkeeper.ml.tree.grow;

/**
 * Looks for cuts where predictions may only rise or only fall with some features. Leaves keep
 * within the bounds of their node; a cut by a bound feature whose sides are the wrong way round is
 * passed over; its children's bounds meet in the middle between the two values. Safe for use by
 * several threads.
 */
final class MonotoneScan {

  private final BinPlaces places;
  private final GrowthLimits limits;
  private final LeafValues values;
  private final double perScore;

  MonotoneScan(BinPlaces places, GrowthLimits limits, Packed scale) {
    this.places = places;
    this.limits = limits;
    this.values = new LeafValues(limits, scale);
    this.perScore = scale.gradient() * scale.gradient() / scale.hessian();
  }

  /** The node's own score in packed units. */
  double score(Node node) {
    return perScore * values.score(node.sum, values.value(node.sum, node.lowest, node.highest));
  }

  void scan(Node node, int feature, int bins, BestSplit best) {
    long missing = node.histogram[places.place(feature, 0)];
    scan(node, feature, bins, 0, false, best);
    if (missing != 0) {
      scan(node, feature, bins, missing, true, best);
    }
  }

  private void scan(
      Node node, int feature, int bins, long start, boolean missingLeft, BestSplit best) {
    long left = start;
    for (int bin = 1; bin < bins; bin++) {
      long here = node.histogram[places.place(feature, bin)];
      left += here;
      long right = node.sum - left;
      if (here == 0 || Packed.hessianOf(left) < best.leastHessian) {
        continue;
      }
      if (Packed.hessianOf(right) < best.leastHessian) {
        break;
      }
      double found = score(node, left, right, limits.monotone()[feature]);
      if (found > best.score()) {
        boolean nothingMissing = node.histogram[places.place(feature, 0)] == 0;
        best.cut(found, feature, bin, nothingMissing ? best.heavierLeft(left) : missingLeft, left);
      }
    }
  }

  private double score(Node node, long left, long right, int direction) {
    double l = values.value(left, node.lowest, node.highest);
    double r = values.value(right, node.lowest, node.highest);
    return direction * (r - l) < 0
        ? Double.NEGATIVE_INFINITY
        : perScore * (values.score(left, l) + values.score(right, r));
  }
}
