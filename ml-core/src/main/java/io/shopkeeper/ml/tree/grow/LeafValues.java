package io.shopkeeper.ml.tree.grow;

/** What leaves of given sums are worth, in the loss's own units. Immutable. */
record LeafValues(GrowthLimits limits, Packed scale) {

  /** −G / (H + λ), G less α. */
  double value(long sum) {
    double g = scale.gradientIn(sum);
    double shrunk = Math.max(0, Math.abs(g) - limits.l1());
    return -Math.copySign(shrunk, g) / (scale.hessianIn(sum) + limits.l2());
  }

  /** The same within the bounds of a node, which monotone features set. */
  double value(long sum, double lowest, double highest) {
    return Math.clamp(value(sum), lowest, highest);
  }

  /** Twice what a leaf of this value takes from the loss; G²/(H + λ) at the best value. */
  double score(long sum, double value) {
    double g = scale.gradientIn(sum);
    double h = scale.hessianIn(sum) + limits.l2();
    return -(2 * g * value + h * value * value + 2 * limits.l1() * Math.abs(value));
  }
}
